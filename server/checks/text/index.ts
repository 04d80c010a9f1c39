/** The door of text handling: folding with the way back to the source. */
export { type FoldedText, foldText } from './fold.ts';
export { bytesToBorder } from './utf8.ts';

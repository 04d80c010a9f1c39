import { useEffect } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';

/** Names the page in the browser's title bar, which is also what a screen reader says first. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} - ${uiWords.page.titleSuffix}` : uiWords.productFull;
  }, [title]);
}

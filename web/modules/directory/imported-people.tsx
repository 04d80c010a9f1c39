import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { z } from 'zod';
import type { importResult } from '../../../contracts/directory/wire.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { downloadCsv } from '../../lib/download.ts';

const words = directoryScreenWords.initial;

/** What was imported, and the list of first passwords to be handed out: kept nowhere but in this window. */
export function ImportedPeople({ result }: { result: z.infer<typeof importResult> }) {
  const save = () =>
    downloadCsv(`${words.title}.csv`, [
      [words.unit, words.name, words.userName, words.password],
      ...result.initial.map((each) => [each.unit, each.name, each.userName, each.password]),
    ]);
  return (
    <div className="jz-card jz-initial">
      <p>{directoryScreenWords.import.done(result.units, result.people)}</p>
      {result.initial.length ? (
        <>
          <p>{words.listHint}</p>
          <Button type="primary" onClick={save}>
            {words.downloadCsv}
          </Button>
        </>
      ) : null}
      <p>
        <Link to="/directory">{words.showUnits}</Link>
      </p>
    </div>
  );
}

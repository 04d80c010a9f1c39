import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { auditVerdict } from '../../../contracts/audit/wire.ts';
import { auditScreenWords } from '../../../contracts/ui/words-audit.ts';
import { get } from '../../lib/api.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import './audit.css';

const words = auditScreenWords.verify;

/** Walks the chain on demand and says whether every entry stands as it was written. */
export function VerifyChain() {
  const verify = useMutation({ mutationFn: () => get('/audit/verdict', { schema: auditVerdict }) });
  const verdict = verify.data;
  return (
    <section className="jz-verify">
      <Button onClick={() => verify.mutate()} loading={verify.isPending}>
        {words.button}
      </Button>
      <div role="status" className="jz-verify-answer">
        {verify.isPending ? words.running : null}
        {verdict?.whole ? (
          <p className="jz-verify-whole">{words.whole(verdict.chains, verdict.entries)}</p>
        ) : null}
        {verdict && !verdict.whole ? (
          <div className="jz-verify-broken">
            <p>{words.broken}</p>
            <ul>
              {verdict.broken.map((each) => (
                <li key={`${each.jurisdiction} ${each.seq}`}>
                  {words.at(each.jurisdictionName, each.seq)}：{each.message}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <LoadProblem error={verify.error} />
    </section>
  );
}

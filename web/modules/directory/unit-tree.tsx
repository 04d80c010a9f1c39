import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitSummaryWire } from '../../../contracts/directory/wire.ts';
import { unitRoleNames } from '../../../contracts/directory/words.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { childrenQuery } from './calls.ts';

const words = directoryScreenWords.units;

interface BranchProps {
  parent?: string;
  /** Units that lie above the chosen one; they stand open. */
  open: ReadonlySet<string>;
  chosen?: string | undefined;
}

function Node({ unit, open, chosen }: { unit: UnitSummaryWire } & Omit<BranchProps, 'parent'>) {
  const [unfolded, setUnfolded] = useState(unit.parentId === null || open.has(unit.id));
  return (
    <li>
      <div className="jz-tree-line">
        {unit.hasChildren ? (
          <button
            type="button"
            className="jz-tree-fold"
            aria-expanded={unfolded}
            aria-label={unfolded ? words.collapse(unit.name) : words.expand(unit.name)}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          </button>
        ) : (
          <span className="jz-tree-leaf" aria-hidden="true" />
        )}
        <Link
          to="/directory"
          search={{ unit: unit.id }}
          className={unit.id === chosen ? 'jz-tree-link jz-tree-chosen' : 'jz-tree-link'}
          {...(unit.id === chosen ? { 'aria-current': 'true' as const } : {})}
        >
          {unit.name}
          {unit.roles.map((role) => (
            <StateTag key={`${role.role} ${role.over}`} tone="active">
              {unitRoleNames[role.role]}
            </StateTag>
          ))}
          {unit.closedOn ? <StateTag>{words.closed}</StateTag> : null}
        </Link>
      </div>
      {unfolded && unit.hasChildren ? (
        <Branch parent={unit.id} open={open} {...(chosen ? { chosen } : {})} />
      ) : null}
    </li>
  );
}

function Branch({ parent, open, chosen }: BranchProps) {
  const children = useQuery(childrenQuery(parent));
  if (children.error) return <LoadProblem error={children.error} onRetry={() => void children.refetch()} />;
  if (!children.data) return <p className="jz-soft">{uiWords.loading}…</p>;
  return (
    <ul className={parent ? 'jz-tree-branch' : 'jz-tree'}>
      {children.data.items.map((unit) => (
        <Node key={unit.id} unit={unit} open={open} chosen={chosen} />
      ))}
    </ul>
  );
}

/** The units as a tree; branches are read when they are opened, so that thousands of units stay quick. */
export function UnitTree({ open, chosen }: Omit<BranchProps, 'parent'>) {
  return (
    <nav aria-label={words.tree}>
      <Branch open={open} chosen={chosen} />
    </nav>
  );
}

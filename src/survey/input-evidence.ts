import { refuse } from '../input/refusal';
import { eightNames } from './eight-expectations';
import type { ExpectationEvidence } from './evidence';
import { checkName, checkRole, checkText, columnsAmong, readRows } from './input-responses';

/** Reads evidence; other columns of its rows are left out. */
export function readEvidence(
  evidence: readonly ExpectationEvidence[],
): readonly ExpectationEvidence[] {
  const checkColumns = columnsAmong(['expectation', 'level', 'respondent', 'role', 'source']);
  return readRows('evidence', evidence, (given): ExpectationEvidence => {
    const row: ExpectationEvidence = Object(given);
    checkColumns(row);
    const { expectation, level, respondent, role, source } = row;
    checkName('expectation', expectation, eightNames);
    if (!(typeof level === 'number' && level >= 0 && level <= 100)) {
      refuse('level', level, 'a level from 0 to 100');
    }
    checkText('respondent', respondent);
    checkText('source', source);
    checkRole(role);
    return { expectation, level, respondent, ...('role' in row && { role }), source };
  });
}

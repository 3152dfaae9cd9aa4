import {
  type Answers,
  classifyKano,
  type KanoResult,
  type ShareEstimate,
  type SurveyResponse,
} from 'overdeliver/survey';
import { type Bench, type Row, row } from '../report';
import { readTable, type TableRow } from './data';

/** The words of the file for the answers of the questionnaire. */
const words: Readonly<Record<string, string>> = { expect: 'must-be', tolerate: 'live-with' };

/** One response for each respondent; features are in the first column of theirs. */
function responses(table: readonly TableRow[]): readonly SurveyResponse[] {
  const all = new Map<string, Record<string, string>>();
  for (const { respondent = '', feature = '', functional = '', dysfunctional = '' } of table) {
    const answers = all.get(respondent) ?? {};
    answers[`${feature}.functional`] = words[functional] ?? functional;
    answers[`${feature}.dysfunctional`] = words[dysfunctional] ?? dysfunctional;
    all.set(respondent, answers);
  }
  return [...all].map(([respondent, answers]: [string, Answers]) => ({ respondent, answers }));
}

function rowsOf(name: string, result: KanoResult): readonly Row[] {
  const { better, worse, category, leading, shares, n, pValue } = result;
  const figures = (metric: string, { share, low, high }: ShareEstimate) =>
    Object.entries({ '': share, ', low end': low, ', high end': high }).flatMap(([end, value]) =>
      value === null ? [] : [row('survey', name, `${metric}${end}`, value)],
    );
  return [
    row('survey', name, 'answers', n),
    ...(leading === null ? [] : figures(`most say ${leading}: share`, shares[leading])),
    row('survey', name, 'p of their lead', pValue),
    row('survey', name, 'undetermined', category === 'undetermined' ? 1 : 0),
    ...figures('better', better),
    ...figures('worse', worse),
  ];
}

export const survey: Bench = {
  room: 'survey',
  run() {
    const table = readTable('kano-answers.csv');
    const labels = readTable('kano-features.csv');
    if (table === null || labels === null) return [];
    const features = labels.map(({ feature: id = '', label = '' }) => ({
      id,
      functional: label,
      dysfunctional: label,
    }));
    const { respondents, features: found } = classifyKano(features, responses(table));
    const answers = found.reduce((sum, { n }) => sum + n, 0);
    const open = found.filter(({ category }) => category === 'undetermined').length;
    return [
      row('survey', 'kano-answers.csv', 'respondents', respondents),
      row('survey', 'kano-answers.csv', 'answers classified', answers),
      row('survey', 'kano-answers.csv', 'features', found.length),
      row('survey', 'kano-answers.csv', 'features undetermined', open),
      ...found.flatMap((result, i) => rowsOf(labels[i]?.label ?? '', result)),
    ];
  },
};

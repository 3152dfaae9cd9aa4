import type { NeedsSignal } from 'overdeliver/expectation';
import type {
  Answers,
  classifyKano,
  Instrument,
  instrumentSchema,
  KanoCategory,
  QualityLevels,
  SurveyResponse,
} from 'overdeliver/survey';
import {
  answersFromRows,
  answersSchema,
  importancePerformance,
  kanoCategory,
  needProfile,
  needsInterview,
  qualityLevels,
  responsesFromRows,
  scoreInstrument,
} from 'overdeliver/survey';
import { expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';

it('schemas give the documented types', () => {
  expectTypeOf(answersSchema).returns.toEqualTypeOf<z.ZodMiniType<Answers, Answers>>();
  expectTypeOf<z.infer<typeof instrumentSchema>>().toExtend<Instrument>();
});

it('an item has what its kind needs', () => {
  // @ts-expect-error a scale item without a scale
  const item: Instrument['items'][number] = { kind: 'scale', id: 'a', text: '' };
  expectTypeOf(item).toExtend<object>();
  expectTypeOf<SurveyResponse['role']>().toEqualTypeOf<
    'user' | 'buyer' | 'channel' | 'decider' | undefined
  >();
});

it('the category of a feature may be undetermined, that of an answer may not', () => {
  expectTypeOf(kanoCategory).returns.toEqualTypeOf<KanoCategory>();
  type Found = ReturnType<typeof classifyKano>['features'][number]['category'];
  expectTypeOf<Found>().toEqualTypeOf<KanoCategory | 'undetermined'>();
  // @ts-expect-error no such answer
  kanoCategory('like', 'love');
});

it('what one room gives, another takes', () => {
  const { signal } = needProfile(needsInterview, {});
  expectTypeOf<NonNullable<typeof signal>>().toExtend<NeedsSignal>();
  const [item] = scoreInstrument(needsInterview, []).items;
  if (item) importancePerformance([{ id: 'a', importance: item, performance: 5 }]);
});

it('rows of a table become responses and answers, and these levels', () => {
  const rows = [{ who: 'Ann', kind: '6' }];
  const { id, items } = needsInterview;
  expectTypeOf(responsesFromRows({ id, items }, rows)).toEqualTypeOf<readonly SurveyResponse[]>();
  expectTypeOf(answersFromRows(rows, 'kind')).toEqualTypeOf<readonly (number | null)[]>();
  // @ts-expect-error words for no answer are text
  answersFromRows(rows, 'kind', { missing: [99] });
  expectTypeOf<QualityLevels['overall']['expected']>().toEqualTypeOf<Float64Array>();
  expectTypeOf(qualityLevels).returns.toEqualTypeOf<QualityLevels>();
});

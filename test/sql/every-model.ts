import type { SatisfactionModel } from 'overdeliver/satisfaction';

/** A model of every kind of term, value and response, with covariates. */
export const everyTerm: SatisfactionModel = model();

function model(): SatisfactionModel {
  const number = (value: number) => ({
    value,
    unit: 'log odds',
    range: [-100, 100] as const,
    status: 'assumed' as const,
    source: 'a test',
  });
  return {
    version: 1,
    id: 'every',
    setting: 'a test',
    answers: { min: 1, max: 5 },
    pooled: [3],
    dimensions: {
      time: {
        kind: 'time',
        unit: 'days',
        terms: ['performance', 'gap', 'gain', 'loss', 'broken', 'stillWaiting'],
        value: 'two-slopes',
      },
      cost: {
        kind: 'cost',
        unit: 'EUR',
        terms: ['performance', 'loss'],
        value: 'power',
        response: 'must-be',
      },
      service: {
        kind: 'level',
        unit: 'points',
        terms: ['performance', 'gain'],
        value: 'capped',
        response: 'attractive',
      },
    },
    covariates: { items: 'log', weight: 'identity' },
    partial: true,
    parameters: {
      'time.performance': number(-0.3),
      'time.gap': number(0.05),
      'time.gain': number(0.02),
      'time.loss': number(0.07),
      'time.broken': number(0.4),
      'time.stillWaiting': number(0.6),
      'time.knee': number(3.3),
      'time.beyond': number(0.2),
      'time.importance': number(2),
      'cost.performance': number(-0.1),
      'cost.loss': number(0.3),
      'cost.exponent': number(0.7),
      'service.performance': number(0.01),
      'service.gain': number(0.03),
      'service.cap': number(12),
      'service.importance': number(0.5),
      'covariates.items': number(0.2),
      'covariates.weight': number(-0.004),
      'threshold.1': number(-2),
      'threshold.3': number(0),
      'threshold.4': number(1.5),
    },
  };
}

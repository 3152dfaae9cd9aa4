import type { SatisfactionModel } from 'overdeliver/satisfaction';
import { assumed } from './models';

/** A model of every kind of term, value and response, with covariates. */
export const everyTerm: SatisfactionModel = model();

function model(): SatisfactionModel {
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
      'time.performance': assumed(-0.3),
      'time.gap': assumed(0.05),
      'time.gain': assumed(0.02),
      'time.loss': assumed(0.07),
      'time.broken': assumed(0.4),
      'time.stillWaiting': assumed(0.6),
      'time.knee': assumed(3.3),
      'time.beyond': assumed(0.2),
      'time.importance': assumed(2),
      'cost.performance': assumed(-0.1),
      'cost.loss': assumed(0.3),
      'cost.exponent': assumed(0.7),
      'service.performance': assumed(0.01),
      'service.gain': assumed(0.03),
      'service.cap': assumed(12),
      'service.importance': assumed(0.5),
      'covariates.items': assumed(0.2),
      'covariates.weight': assumed(-0.004),
      'threshold.1': assumed(-2),
      'threshold.3': assumed(0),
      'threshold.4': assumed(1.5),
    },
  };
}

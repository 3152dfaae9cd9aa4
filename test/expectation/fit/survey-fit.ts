import { fitExpectation } from 'overdeliver/expectation';
import { quick, survey } from './survey';

/** What is learnt from the survey, for whole files of tests. */
export const fit = fitExpectation(survey, quick);

export { type NumbersRead, numbersOf, parametersSchema } from './input';

import {Promiser} from "./promiser.mjs";import {O,evalq,P,D} from "./lab.mjs";import {csv,day,pin} from "./load.mjs";import {F,evP} from "./pizza.mjs";
export function stream(S,opts,meta){const L=new Promiser(opts);const ord=S.map((_,i)=>i).filter(i=>isFinite(S[i].f)).sort((a,b)=>S[a].f-S[b].f);let k=0;const Q=[];
 const end=j=>{const z=S[j];z.cancel?L.cancel(j,z.f):L.finish(j,z.f);z.onfin?.()};
 for(let i=0;i<S.length;i++){const o=S[i];while(k<ord.length&&S[ord[k]].f<=o.s)end(ord[k++]);const m=meta(o);const tg=opts.tg;
  const q=L.start(i,o.s,{...m,target:tg??.9});const x=L.flight.get(i);Q.push(P.map(p=>{const v=p===.9&&!tg?q:L.quoteFor(x,p);return isFinite(v)?v:(opts.fallback??30)}))}
 stream.L=L;return Q}
export const mk=O,st=o=>({group:o.g}),store=o=>({group:o.x.store});
if(process.argv[1].endsWith("ev.mjs")){
for(const o of (process.argv[2]?eval(process.argv[2]):[{},{minOrders:100},{minOrders:150},{halfLife:1.2},{halfLife:.8,minOrders:100},{gain:.0005},{gain:.001},{gain:.002,bound:.3},{spreadWorth:50},{surgePrior:0,surgeWorth:1e9}])){
 evalq(O,stream(O,{guess:10,...o},st),JSON.stringify(o));evP(stream(F,{guess:45,fallback:80,...o},store),"   pizza store")}}

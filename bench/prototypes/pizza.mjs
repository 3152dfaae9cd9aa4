import {csv,day,pin} from "./load.mjs";import {mk5} from "./lab5.mjs";import {P} from "./lab.mjs";
const M=1440;
export const F=csv("food-delivery.csv").map(x=>({s:day(x.ordered_at)*M,f:day(x.delivered_at)*M,y:+x.minutes,x})).sort((a,b)=>a.s-b.s);
F.forEach(o=>o.f=o.s+o.y);
export function runP(opts,grp,est,mk=mk5){const L=mk(opts);const ord=F.map((_,i)=>i).sort((a,b)=>F[a].f-F[b].f);let k=0;const Q=[];for(let i=0;i<F.length;i++){const o=F[i];while(k<ord.length&&F[ord[k]].f<=o.s){L.finish(ord[k],F[ord[k]].f);k++}const x=L.start(i,o.s,grp?grp(o.x):"a",est?est(o):undefined);Q.push(L.quoteAll(x,o.s))}return Q}
export function evP(Q,label){const w=F[0].s+3*M;const out=P.map((p,j)=>{let n=0,k=0,s=0,pl=0;F.forEach((o,i)=>{if(o.s<w)return;n++;k+=o.y<=Q[i][j];s+=Q[i][j];pl+=pin(o.y,Q[i][j],p)});return `${(k/n).toFixed(4)} ${(s/n).toFixed(1)} ${(pl/n).toFixed(3)}`});console.log(label.padEnd(40),out.join(" | "))}
if(process.argv[1].endsWith("pizza.mjs")){
const ys=[];const Q0=F.map(()=>0);{const o=F.map((_,i)=>i).sort((a,b)=>F[a].f-F[b].f);let k=0;const arr=[];let last=0;for(let i=0;i<F.length;i++){while(k<o.length&&F[o[k]].f<=F[i].s){arr.push(F[o[k]].y);k++}if(arr.length>last*1.01+20){last=arr.length;arr.slice().sort((a,b)=>a-b);var S=arr.slice().sort((a,b)=>a-b)}Q0[i]=P.map(p=>S?S[Math.min(S.length-1,Math.ceil((S.length+1)*p)-1)]:60)}}
evP(Q0,"global quantile all past");
const B={tick:5,guess:45,HL:3*M,gHL:14*M,beta:0,n1:20,conf:0};
for(const o of [{},{HL:M},{HL:7*M},{HL:28*M}])evP(runP({...B,...o}),"nogroup "+JSON.stringify(o));
for(const o of [{},{HL:7*M},{HL:28*M}])evP(runP({...B,...o},x=>x.market),"market "+JSON.stringify(o));
for(const o of [{},{HL:7*M},{HL:28*M},{HL:28*M,gHL:60*M},{HL:28*M,gHL:60*M,shape:0},{HL:28*M,gHL:60*M,shape:1}])evP(runP({...B,...o},x=>x.store),"store "+JSON.stringify(o));
for(const beta of [.1,.3,.6])for(const [af,as] of [[45,270],[45,M],[45,7*M],[120,7*M]])evP(runP({...B,HL:7*M,beta,af,as},x=>x.store),`store surge ${beta} ${af} ${as}`);
}

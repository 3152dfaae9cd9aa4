import {Promiser} from "./promiser.mjs";
import {pin} from "./load.mjs";
function rng(s){return()=>{s|=0;s=s+0x6D2B79F5|0;let t=Math.imul(s^s>>>15,1|s);t=t+Math.imul(t^t>>>7,61|t)^t;return((t^t>>>14)>>>0)/4294967296}}
export function sim(seed,{n=6000,at=3000,mult=1.3,rate=1,mean=45,cv=.35}={}){const r=rng(seed),g=()=>Math.sqrt(-2*Math.log(1-r()))*Math.cos(2*Math.PI*r());const S=[];let t=0;const s2=Math.log(1+cv*cv),gs=[.8,1,1.3];for(let i=0;i<n;i++){t+=-Math.log(1-r())/rate;const k=Math.floor(r()*3);const m=mean*gs[k]*(i>=at?mult:1);S.push({s:t,y:Math.exp(Math.log(m)-s2/2+Math.sqrt(s2)*g()),g:"g"+k})}S.forEach(o=>o.f=o.s+o.y);return S}
export function runS(S,opts,p,n0=500,at=3000){const L=new Promiser({guess:45,...opts});const ord=S.map((_,i)=>i).sort((a,b)=>S[a].f-S[b].f);let k=0;const R=[];
 for(let i=0;i<S.length;i++){while(k<ord.length&&S[ord[k]].f<=S[i].s){L.finish(ord[k],S[ord[k]].f);k++}let q=L.start(i,S[i].s,{group:S[i].g,target:p});if(!isFinite(q))q=100;R.push([S[i].y<=q,q,pin(S[i].y,q,p)])}
 return R}
export const avg=(R,a,b,j)=>{let s=0;for(let i=a;i<b;i++)s+=+R[i][j];return s/(b-a)};
function wq(a,p){a=a.slice().sort((x,y)=>x-y);return a[Math.min(a.length-1,Math.ceil((a.length+1)*p)-1)]}
export function base(S,p,kind){ // kind: all, roll (last 500 completed), aci, km handled elsewhere
 const ord=S.map((_,i)=>i).sort((a,b)=>S[a].f-S[b].f);let k=0;const R=[];const g={};let al=1-p;const due=[];
 for(let i=0;i<S.length;i++){while(k<ord.length&&S[ord[k]].f<=S[i].s){const o=S[ord[k]];const a=g[o.g]??=[];a.push(o.y);if(kind!=="all"&&a.length>167)a.shift();if(kind==="aci"&&o.q)al+=.005*((1-p)-(o.y>o.q?1:0));k++}
  const a=g[S[i].g];const lv=kind==="aci"?Math.min(.9999,Math.max(.01,1-al)):p;let q=a&&a.length>=9?wq(a,lv):80;if(kind==="aci"&&1-al>=1&&a?.length)q=Math.max(...a)*1.2;S[i].q=q;R.push([S[i].y<=q,q,pin(S[i].y,q,p)])}return R}
if(process.argv[1].endsWith("shock.mjs")){
const show=(nm,f)=>{for(const p of [.8,.9,.95]){let a=[0,0,0,0,0],c=0;for(let s=1;s<=20;s++){const S=sim(s);const R=f(S,p);a[0]+=avg(R,1000,3000,0);a[1]+=avg(R,3000,3500,0);a[2]+=avg(R,3500,6000,0);a[3]+=avg(R,500,6000,0);a[4]+=avg(R,500,6000,2);c++}console.log(nm.padEnd(34),"p",p,"before",(a[0]/c).toFixed(3),"first500",(a[1]/c).toFixed(3),"after",(a[2]/c).toFixed(3),"longrun",(a[3]/c).toFixed(3),"pin",(a[4]/c).toFixed(3))}};
show("all past",(S,p)=>base(S,p,"all"));show("rolling 500 completed",(S,p)=>base(S,p,"roll"));show("rolling + ACI .005",(S,p)=>base(S,p,"aci"));
for(const o of [{},{minOrders:100},{gain:.0005}])show(JSON.stringify(o),(S,p)=>runS(S,o,p));
}

// node evaluate.mjs  : full table (marketplace, food, shock is shock.mjs)
import {O,evalq,P,D} from "./lab.mjs";import {km,wq,med} from "./ref.mjs";import {csv,day,pin} from "./load.mjs";import {stream} from "./ev.mjs";import {Promiser} from "./promiser.mjs";import {F,evP} from "./pizza.mjs";
const byF=O.slice().sort((a,b)=>a.f-b.f);
const daily=mk=>{let last=-1,m;return o=>{const t=Math.floor(o.s);if(t!==last){last=t;m=mk(t)}return m}};
function emp(win){const f=daily(t=>{const g={},all=[];for(const x of byF){if(x.f>t)break;if(x.f<=t-win)continue;(g[x.g]??=[]).push(x.f-x.s);all.push(x.f-x.s)}for(const k in g)g[k].sort((a,b)=>a-b);all.sort((a,b)=>a-b);return{g,all}});
 const q=(a,p)=>a[Math.min(a.length-1,Math.ceil((a.length+1)*p-1e-9)-1)];return O.map(o=>{const {g,all}=f(o);return P.map(p=>{const a=g[o.g];const need=Math.ceil(p/(1-p)-1e-9);return a&&a.length>=Math.max(9,need)?q(a,p):all.length?q(all,p):30})})}
function aci(win,gam){const out=O.map(()=>[0,0,0]);P.forEach((p,j)=>{let a=1-p,k=0;const f=daily(t=>{const g={},all=[];for(const x of byF){if(x.f>t)break;if(x.f<=t-win)continue;(g[x.g]??=[]).push(x.f-x.s);all.push(x.f-x.s)}for(const k in g)g[k].sort((a,b)=>a-b);all.sort((a,b)=>a-b);return{g,all}});
 const iof=new Map(O.map((o,i)=>[o,i]));O.forEach((o,i)=>{while(k<byF.length&&byF[k].f<=o.s){const z=byF[k++],q=out[iof.get(z)][j];a+=gam*((1-p)-(z.f-z.s>q?1:0))}const {g,all}=f(o);const A=g[o.g]?.length>=9?g[o.g]:all;const l=1-a;out[i][j]=!A.length?30:l>=1?A[A.length-1]:A[Math.max(0,Math.min(A.length-1,Math.ceil((A.length+1)*l)-1))]})});return out}
function kmb(win,HL){const f=daily(t=>{const g={},all=[];for(const x of byF){if(x.f>t)break;if(x.f<=t-60)continue;(g[x.g]??=[]).push(x.f-x.s);all.push(x.f-x.s)}const G=all.length?med(all):10,sc={};for(const k in g)sc[k]=(g[k].length*med(g[k])+10*G)/(g[k].length+10);const L=[];for(const y of O){if(y.s>=t)break;if(t-y.s>win)continue;const e=y.f<=t;L.push([(e?y.f-y.s:t-y.s)/(sc[y.g]??G),HL?2**(-(t-y.s)/HL):1,e?1:0])}return{sc,G,r:P.map(p=>{const v=L.length?km(L,p):NaN;return isFinite(v)?v:L.length?L[L.length-1][0]:3})}});return O.map(o=>{const m=f(o);return m.r.map(r=>r*(m.sc[o.g]??m.G))})}
const st=o=>({group:o.g});
evalq(O,O.map(o=>P.map(()=>o.prom)),"marketplace");evalq(O,emp(1e9),"all past per state");evalq(O,emp(60),"rolling 60 completed");evalq(O,aci(60,.005),"rolling 60 + naive ACI");
evalq(O,kmb(30),"KM 30 d scaled");evalq(O,kmb(60),"KM 60 d scaled");evalq(O,kmb(150,15),"KM recency weighted");
const G={guess:10};
evalq(O,stream(O,G,st),"promiser groups");
evalq(O,stream(O,{...G,surgePrior:0,surgeWorth:1e9},st),"  without surge");
evalq(O,stream(O,{...G,gain:.0005},st),"  with correction .0005");
evalq(O,stream(O,{guess:.5},o=>({group:"",estimate:o.prom})),"promiser, estimate = promise");
evalq(O,stream(O,{guess:.5},o=>({group:o.g,estimate:o.prom})),"promiser, promise + state");
// a centred estimate: its level over time is left to the curve, only what sets this order apart is used
function centred(f,N=1000){let m=0,w=0;return o=>{const v=f(o),d=1-1/N;w=w*d+1;m=m*d+v;return Math.exp(v-m/w)}}
for(const b of [.5,.7,1]){const c=centred(o=>b*Math.log(o.prom));evalq(O,stream(O,{guess:10},o=>({group:o.g,estimate:c(o)})),`promise**${b} centred + state`);evalq(O,stream(O,{guess:3},o=>({group:o.g,estimate:o.prom**b})),`promise**${b} + state`)}
// rolling ridge regression of log duration (updated at finishes), as the caller's estimate
function reg(feats,HL,ridge){const d=feats(O[0]).length,A=Array.from({length:d},()=>new Float64Array(d)),b=new Float64Array(d);let th=new Float64Array(d);th[0]=2.3;let w=1,n=0;
 const solve=()=>{const M=A.map((r,i)=>[...r].map((v,j)=>v/w+(i===j?(i?ridge:1e-6):0)).concat(b[i]/w));for(let i=0;i<d;i++){for(let k=i+1;k<d;k++){const f=M[k][i]/M[i][i];for(let j=i;j<=d;j++)M[k][j]-=f*M[i][j]}}for(let i=d-1;i>=0;i--){let s=M[i][d];for(let j=i+1;j<d;j++)s-=M[i][j]*th[j];th[i]=s/M[i][i]}};
 O.forEach(o=>{o.onfin=()=>{w*=2**(1/HL);const x=o.fx,y=Math.log(o.f-o.s);for(let i=0;i<d;i++){b[i]+=w*x[i]*y;for(let j=0;j<d;j++)A[i][j]+=w*x[i]*x[j]}if(w>1e100){for(let i=0;i<d;i++){b[i]/=w;for(let j=0;j<d;j++)A[i][j]/=w}w=1}if(++n%25===0&&n>=100)solve()}});
 return o=>{o.fx=feats(o);let s=0;for(let i=0;i<d;i++)s+=th[i]*o.fx[i];return Math.exp(s)}}
const lg=v=>Math.log(Math.max(1,+v||1));const wd=o=>new Date(o.s*864e5).getUTCDay();
const states=[...new Set(O.map(o=>o.g))];
const feat=o=>[1,lg(o.x.freight)-3,lg(o.x.price)-4.5,(+o.x.items||1)-1,(+o.x.sellers||1)-1,...[0,1,2,3,4,5].map(k=>+(wd(o)===k))];
const e1=reg(o=>[...feat(o),...states.map(s=>+(s===o.g))],2000,5);
evalq(O,stream(O,{guess:1},o=>({group:o.g,estimate:e1(o)})),"promiser, regression estimate");
const e2=reg(o=>[...feat(o),Math.log(o.prom)-3,...states.map(s=>+(s===o.g))],2000,5);
evalq(O,stream(O,{guess:1},o=>({group:o.g,estimate:e2(o)})),"  regression incl. promise");
for(const r of [1,5,20]){const e=reg(o=>[...feat(o),...states.map(s=>+(s===o.g))],2000,r);const c=centred(o=>Math.log(e(o)));evalq(O,stream(O,{guess:10},o=>({group:o.g,estimate:c(o)})),`regression r${r} centred`)}
{const e=reg(o=>[...feat(o),Math.log(o.prom)-3,...states.map(s=>+(s===o.g))],2000,5);const c=centred(o=>Math.log(e(o)));evalq(O,stream(O,{guess:10},o=>({group:o.g,estimate:c(o)})),`regression incl promise centred`)}
O.forEach(o=>delete o.onfin);
// undelivered mixed in: 3% of the stream, seeded; never finish (lost), or cancelled 5 days after purchase where status says so
const U=csv("marketplace-orders.csv").filter(x=>x.status!=="delivered"&&x.purchased_at>="2016-10").map(x=>({g:x.state,s:day(x.purchased_at),f:Infinity,st:x.status,x}));
let seed=7;const rnd=()=>(seed=(seed*1103515245+12345)%2147483648)/2147483648;const pick=U.map(u=>[rnd(),u]).sort((a,b)=>a[0]-b[0]).slice(0,Math.round(.03*O.length/.97)).map(a=>a[1]);
for(const [nm,canc,opt] of [["3% lost, never reported",0,{}],["3%: cancelled after 5 d or lost",1,{}],["  lost, no exit rule",0,{lostAfter:1e9}]]){const S=[...O,...pick.map(u=>({...u,...(canc&&/cancel|unavail/.test(u.st)?{f:u.s+5,cancel:true}:{})}))].sort((a,b)=>a.s-b.s);const Q=stream(S,{...G,...opt},st);const k=S.map((o,i)=>i).filter(i=>isFinite(S[i].f)&&!S[i].cancel);evalq(k.map(i=>S[i]),k.map(i=>Q[i]),nm)}
// food
const {base}=await import("./shock.mjs");
{const ord=F.map((_,i)=>i).sort((a,b)=>F[a].f-F[b].f);let k=0,arr=[],srt=null,at=0;evP(F.map(o=>{while(k<ord.length&&F[ord[k]].f<=o.s)arr.push(F[ord[k++]].y);if(arr.length>at*1.01+20){srt=arr.slice().sort((a,b)=>a-b);at=arr.length}return P.map(p=>srt?srt[Math.min(srt.length-1,Math.ceil((srt.length+1)*p)-1)]:80)}),"food: one global quantile (all past)")}
const fo={guess:45,fallback:90};
evP(stream(F,fo,()=>({})),"food: no groups");evP(stream(F,fo,o=>({group:o.x.market})),"food: market");evP(stream(F,fo,o=>({group:o.x.store})),"food: store");
const est=o=>15+(+o.x.drive_seconds_estimate||500)/60*1.5+8*Math.log1p(Math.max(0,+o.x.orders_outstanding||0)/Math.max(1,+o.x.couriers_on_shift||1));
evP(stream(F,{...fo,guess:1.3},o=>({group:o.x.store,estimate:est(o)})),"food: store + estimate(drive, load)");
evP(stream(F,{...fo,guess:1.3},o=>({group:"",estimate:est(o)})),"food: estimate only");
evP(stream(F,{...fo,surgePrior:0,surgeWorth:1e9},o=>({group:o.x.store})),"food: store, no surge");

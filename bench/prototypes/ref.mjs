import {csv,day,pin} from "./load.mjs";
const O=csv("marketplace-orders.csv").filter(x=>x.status=="delivered"&&x.delivered_at).map(x=>({...x,s:day(x.purchased_at),f:day(x.delivered_at),prom:day(x.promised_date)+1-day(x.purchased_at)})).sort((a,b)=>a.s-b.s);
const T0=day("2017-06-01");
export function score(name,qf,p=.9,round){let n=0,k=0,s=0,pl=0,m={};
 for(const x of O){if(x.s<T0)continue;let q=qf(x);if(round)q=Math[round](x.s+q)+ (round=="floor"?1:0)-x.s;const y=x.f-x.s;n++;const ok=y<=q;k+=ok;s+=q;pl+=pin(y,q,p);const a=m[x.purchased_at.slice(0,7)]??=[0,0];a[0]++;a[1]+=ok}
 const w=Object.entries(m).map(([c,a])=>[c,a[1]/a[0]]).sort((a,b)=>a[1]-b[1]).slice(0,3).map(a=>a[0]+":"+a[1].toFixed(3)).join(" ");
 console.log(name.padEnd(30),n,(k/n).toFixed(4),(s/n).toFixed(2),w,(pl/n).toFixed(4))}
function wq(v,p){v.sort((a,b)=>a-b);let k=Math.max(0,Math.ceil(v.length*p)-1);return v[k]}
function med(v){v.sort((a,b)=>a-b);return v.length?(v[(v.length-1)>>1]+v[v.length>>1])/2:NaN}
export function km(list,p){ // [y, w, event]
 list.sort((a,b)=>a[0]-b[0]||b[2]-a[2]);let W=0;for(const l of list)W+=l[1];let S=1;for(const l of list){if(l[2]){S*=1-l[1]/W;if(S<=1-p+1e-12)return l[0]}W-=l[1]}return NaN}
export function scales(now,win,n0){const g={},all=[];for(const x of O){if(x.f>now||x.f<=now-win)continue;(g[x.state]??=[]).push(x.f-x.s);all.push(x.f-x.s)}
 const G=med(all);const r={};for(const k in g){const n=g[k].length;const m=med(g[k]);r[k]=(n*m+n0*G)/(n+n0)}return st=>r[st]??G}
const mode=process.argv[2];
export {O,T0,wq,med};
if(process.argv[1].endsWith("ref.mjs")){
score("market",x=>x.prom);
for(const HL of [15])for(const n0 of [10,20,50])for(const bywhat of ["start"]){
 const tick=1;let last=-1,cur;
 const f=p=>x=>{const t=Math.floor(x.s/tick)*tick; if(t!==last||cur.p!==p){last=t;const sc=scales(t,60,n0);const L=[];for(const y of O){if(y.s>=t)break;if(t-y.s>150)continue;const e=y.f<=t;L.push([(e?y.f-y.s:t-y.s)/sc(y.state),2**(-(t-y.s)/HL),e?1:0])}cur={p,sc,r:km(L,p)}}return cur.r*cur.sc(x.state)};
 score(`rwKM hl${HL} n0 ${n0}`,f(.9));score(`rwKM hl${HL} n0 ${n0} ceil`,f(.9),.9,"ceil");score(`rwKM floor`,f(.9),.9,"floor");
 score(`rwKM .8`,f(.8),.8);score(`rwKM .95`,f(.95),.95);
}}

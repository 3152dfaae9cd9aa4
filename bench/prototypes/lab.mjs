import {csv,day,pin} from "./load.mjs";
export const O=csv("marketplace-orders.csv").filter(x=>x.status=="delivered"&&x.delivered_at).map(x=>({id:x.order,g:x.state,s:day(x.purchased_at),f:day(x.delivered_at),prom:day(x.promised_date)+1-day(x.purchased_at),m:x.purchased_at.slice(0,7),x})).sort((a,b)=>a.s-b.s);
export const D=s=>day(s);const T17=D("2017-06-01"),T9=D("2017-09-01"),T3=D("2017-03-01");
export const P=[.8,.9,.95];
// sets: tune, all (from 06), late (from 09)
export function evalq(orders,quotes,label,out=true){ // quotes[i]=[q8,q9,q95]
 const res={};
 for(const [set,ok] of [["tune",o=>o.s>=T3&&o.s+o.prom<=T9],["all",o=>o.s>=T17],["late",o=>o.s>=T9]]){
  res[set]=P.map((p,j)=>{let n=0,k=0,s=0,pl=0,pm=0;const m={},du={};orders.forEach((o,i)=>{if(!ok(o))return;const q=quotes[i][j],y=o.f-o.s;n++;const c=y<=q;k+=c;s+=q;pl+=pin(y,q,p);const a=m[o.m]??=[0,0];a[0]++;a[1]+=c;const dm=new Date((o.s+q)*864e5).toISOString().slice(0,7);const b=du[dm]??=[0,0];b[0]++;b[1]+=c});
   const w=m=>Math.min(...Object.values(m).filter(a=>a[0]>100).map(a=>a[1]/a[0]));
   const wm=Object.entries(m).filter(e=>e[1][0]>100).map(e=>[e[0],e[1][1]/e[1][0]]).sort((a,b)=>a[1]-b[1]);
   return {n,kept:k/n,mean:s/n,pin:pl/n,worst:w(m),wd:w(du),wm}})}
 if(out){const f=r=>`${r.kept.toFixed(4)} ${r.mean.toFixed(2)} ${r.worst.toFixed(3)}/${r.wd.toFixed(3)} ${r.pin.toFixed(3)}`;
 console.log(label.padEnd(34),"tune",res.tune.map(r=>`${r.kept.toFixed(3)} ${r.pin.toFixed(3)}`).join(" "),"| all9",f(res.all[1]),"| late9",f(res.late[1]),"| all8",f(res.all[0]),"| all95",f(res.all[2]),res.all[1].wm.slice(0,2).map(a=>a[0].slice(2)+":"+a[1].toFixed(2)).join(" "))}
 return res}
const LO=Math.log(.02),STEP=.025,NB=Math.ceil((Math.log(30)-LO)/STEP);
const bin=u=>u<=.02?0:(Math.log(u)-LO)/STEP; // real-valued
export class Lab{
 constructor(o){this.o={HL:15,lam:0,gHL:30,n0:5,tick:.25,conf:1,kappa:0,...o};this.Dn=new Float64Array(NB+1);this.E=new Float64Array(NB+1);this.t=NaN;this.fl=new Map();this.G={};this.all={w:0,m:0,t:0,v:0};}
 w(start,now){return 2**((start+this.o.lam*(now-start)-this.ref)/this.o.HL)}
 expose(x,now){const b0=x.b,b1=Math.min(NB,bin((now-x.s)/x.sc));if(b1<=b0)return;const w=this.w(x.s,now),E=this.E;let i=Math.floor(b0);const k=Math.floor(b1);if(i===k)E[i]+=w*(b1-b0);else{E[i]+=w*(i+1-b0);for(i++;i<k;i++)E[i]+=w;E[k]+=w*(b1-k)}x.b=b1}
 advance(t){if(!(this.t>=0)){this.t=t;this.ref=t}
  if(t-this.ref>this.o.HL*50){const s=2**(-(t-this.ref)/this.o.HL);for(let i=0;i<=NB;i++){this.E[i]*=s;this.Dn[i]*=s}this.ref=t}
  if(t-this.t>=this.o.tick){for(const x of this.fl.values())this.expose(x,t);this.t=t}}
 scale(g){const a=this.all,G=this.G[g];if(!a.w)return this.o.guess??10;const base=a.m/a.w; if(!G)return Math.exp(base);const d=2**(-(a.t-G.t)/this.o.gHL);const w=G.w*d;return Math.exp(base+(w*(G.m/G.w-base))/(w+this.o.n0))}
 start(id,t,g,sc){this.advance(t);const x={s:t,g,sc:sc??this.scale(g),b:0};this.fl.set(id,x);return x}
 finish(id,t){this.advance(t);const x=this.fl.get(id);this.fl.delete(id);this.expose(x,t);const u=(t-x.s)/x.sc;this.Dn[Math.min(NB,Math.floor(bin(u)))]+=this.w(x.s,t);
  const l=Math.log(t-x.s);for(const A of [this.all,this.G[x.g]??={w:0,m:0,t}]){const d=2**(-(t-A.t)/this.o.gHL);A.w=A.w*d+1;A.m=A.m*d+l;A.t=t}return x}
 ratio(p,t,u0=0){const wt=2**((t-this.ref)/this.o.HL)*this.o.conf;let W=0;for(let i=0;i<=NB;i++)W+=this.Dn[i];let pp=Math.min(p*(1+wt/W),.999); const target=-Math.log(1-pp);let H=0;const ps=1e-9*wt;
  for(let i=0;i<=NB;i++){const h=this.Dn[i]/(this.E[i]+ps);if(this.Dn[i]>0&&H+h>=target){return Math.exp(LO+(i+(target-H)/h)*STEP)}H+=this.Dn[i]>0?h:0}return Math.exp(LO+NB*STEP)}
}
export function run(opts,mk=o=>new Lab(o),est){const L=mk(opts);const F=O.map((o,i)=>i).sort((a,b)=>O[a].f-O[b].f);let k=0;const Q=[];
 for(let i=0;i<O.length;i++){const o=O[i];while(k<F.length&&O[F[k]].f<=o.s){const z=O[F[k]];L.finish(F[k],z.f);k++}
  const x=L.start(i,o.s,o.g,est?est(o,L):undefined);Q.push(L.quoteAll?L.quoteAll(x,o.s):P.map(p=>L.ratio(p,o.s)*x.sc))}
 return Q}
if(process.argv[1].endsWith("lab.mjs")){
evalq(O,O.map(o=>P.map(()=>o.prom)),"market");
for(const lam of [0,.5,1])for(const HL of [10,15,20,30])for(const conf of [1]){const Q=run({lam,HL,conf});evalq(O,Q,`lam${lam} HL${HL} conf${conf}`)}
evalq(O,run({conf:0}),"conf0");
for(const n0 of [2,5,10,20])for(const gHL of [20,40,60,120])evalq(O,run({n0,gHL}),`n0 ${n0} gHL ${gHL}`);
}

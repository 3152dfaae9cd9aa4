import fs from "node:fs";
const D="../shared/data/";
export function csv(f){const [h,...r]=fs.readFileSync(D+f,"utf8").trim().split("\n").map(l=>l.split(","));return r.map(x=>Object.fromEntries(h.map((k,i)=>[k,x[i]])))}
export const day=s=>s?Date.parse(s.length>10?s.replace(" ","T")+"Z":s+"T00:00Z")/864e5:NaN;
export const pin=(y,q,p)=>y>q?p*(y-q):(1-p)*(q-y);

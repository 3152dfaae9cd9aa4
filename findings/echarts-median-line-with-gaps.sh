#!/usr/bin/env bash
# echarts 6.1.0: a line at the median (`markLine`) of bars of which some are absent, as null or '-'.
#
# Guess before running: absent ones are left out, as the line at the average leaves them out: of 10, null, 2 and 9 it stands at 9.
# Seen: at 9.5, while the average is right; with '-' besides it is 10, of 3, null, 1, null and 2 it is 3. Absent values are NaN to it,
# sorted along with the others, and counted.
# Whoever draws how long orders typically took, with days on which there was none, has the line somewhere else.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --save-exact echarts@6.1.0
cat > ask.mjs <<'JS'
import * as echarts from 'echarts';
const ask = (data, type) => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 });
  const label = { formatter: 'line at {c}' };
  const series = { type: 'bar', data, markLine: { data: [{ type }], label } };
  chart.setOption({ xAxis: { type: 'category', data: data.map((_, day) => `day ${day}`) }, yAxis: {}, series });
  const [, at] = /line at ([^<]*)/.exec(chart.renderToSVGString());
  chart.dispose();
  return at;
};
const days = [[10, 2, 9], [10, null, 2, 9], [10, null, '-', 2, 9], [10, null, 9, 2, 4, 5], [3, null, 1, null, 2]];
console.log(days.map((day) => `${day.map(String).join(' ')}: ${ask(day, 'median')} (${ask(day, 'average')})`).join('; '));
JS
expected='10 2 9: 9 (7); 10 null 2 9: 9.5 (7); 10 null - 2 9: 10 (7); 10 null 9 2 4 5: 7 (6); 3 null 1 null 2: 3 (2)'
seen=$(node ask.mjs)
echo "echarts 6.1.0, median (average): $seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: expected '$expected'"
  exit 1
fi

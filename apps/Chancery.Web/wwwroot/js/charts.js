// Draws the charts of a page from the data that stands beside them. Whoever has no script has the tables.

const figures = [...document.querySelectorAll('[data-chart]')];

/** A colour of the style sheet, as it is in the present scheme. */
function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

const number = new Intl.NumberFormat('en');
const shared = () => ({
  animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink') },
  // Rich text and not HTML: the policy of the page allows no style in markup.
  tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('card'), borderColor: colour('rule'), textStyle: { color: colour('ink'), fontSize: 13 } },
});
const axis = () => ({ axisLine: { lineStyle: { color: colour('edge') } }, axisTick: { show: false }, axisLabel: { color: colour('quiet') }, splitLine: { lineStyle: { color: colour('rule') } }, nameTextStyle: { color: colour('quiet') } });
const zoom = many => many ? [{ type: 'inside' }, { type: 'slider', height: 22, bottom: 8, borderColor: colour('rule'), fillerColor: colour('said'), textStyle: { color: colour('quiet') }, brushSelect: false }] : [];
const legend = data => ({ top: 0, data, textStyle: { color: colour('ink') }, itemWidth: 16, itemHeight: 10, type: 'scroll', pageTextStyle: { color: colour('quiet') } });

const drawings = {
  /** Cooperation above, conflict below, the mean Goldstein score as a curve. */
  tension: ({ steps, cooperation, conflict, goldstein, hrefs }) => ({
    ...shared(),
    tooltip: {
      ...shared().tooltip, trigger: 'axis',
      formatter: points => `${points[0].axisValue}\n` + points.filter(p => p.value != null).map(p => `${p.seriesName}  ${number.format(Math.abs(p.value) === p.value || p.seriesIndex === 2 ? p.value : -p.value)}`).join('\n'),
    },
    legend: legend(['Cooperation', 'Conflict', 'Goldstein']),
    grid: { left: 52, right: 46, top: 44, bottom: steps.length > 20 ? 66 : 30 },
    xAxis: { type: 'category', data: steps, ...axis() },
    yAxis: [{ type: 'value', name: 'events', ...axis(), axisLabel: { color: colour('quiet'), formatter: v => number.format(Math.abs(v)) } },
      { type: 'value', name: 'Goldstein', min: -10, max: 10, ...axis(), splitLine: { show: false } }],
    dataZoom: zoom(steps.length > 20),
    series: [
      { name: 'Cooperation', type: 'bar', stack: 'events', data: cooperation, itemStyle: { color: colour('good') }, cursor: 'pointer' },
      { name: 'Conflict', type: 'bar', stack: 'events', data: conflict, itemStyle: { color: colour('bad'), decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: colour('card') } }, cursor: 'pointer' },
      { name: 'Goldstein', type: 'line', yAxisIndex: 1, data: goldstein, connectNulls: true, symbolSize: 5, showSymbol: goldstein.filter(g => g != null).length < 80, showAllSymbol: true, lineStyle: { color: colour('gold'), width: 2.5 }, itemStyle: { color: colour('gold') } },
    ],
    go: p => hrefs[p.dataIndex],
  }),

  /** Events by type, a stack of bars a month. */
  types: ({ steps, types, hrefs }) => {
    const shades = (name, count, i) => { const c = colour(name).match(/[\d.]+/g).map(Number); const f = .45 + .55 * (count - i) / count; return `rgba(${c[0]},${c[1]},${c[2]},${f.toFixed(2)})`; };
    const good = types.filter(t => t.good), bad = types.filter(t => !t.good);
    return {
      ...shared(),
      tooltip: { ...shared().tooltip, trigger: 'axis', formatter: points => `${points[0].axisValue}\n` + points.filter(p => p.value).map(p => `${p.seriesName}  ${number.format(p.value)}`).join('\n') },
      legend: legend([...good, ...bad].map(t => t.name)),
      grid: { left: 48, right: 12, top: 44, bottom: steps.length > 20 ? 66 : 30 },
      xAxis: { type: 'category', data: steps, ...axis() },
      yAxis: { type: 'value', name: 'events', minInterval: 1, ...axis() },
      dataZoom: zoom(steps.length > 20),
      series: [...good.map((t, i) => [t, shades('good', good.length, i)]), ...bad.map((t, i) => [t, shades('bad', bad.length, i)])].map(([t, fill]) =>
        ({ name: t.name, type: 'bar', stack: 'all', data: t.counts, itemStyle: { color: fill, borderColor: colour('paper'), borderWidth: .5 }, cursor: 'pointer' })),
      go: p => hrefs[p.dataIndex],
    };
  },

  /** Who deals with whom. In a circle, so that the same data gives the same picture. */
  network: ({ nodes, links }) => {
    const small = innerWidth < 640; // a telephone: room for the names
    const most = Math.max(...nodes.map(n => n.events)), widest = Math.max(...links.map(l => l.events));
    return {
      ...shared(),
      tooltip: { ...shared().tooltip, formatter: p => p.dataType === 'edge' ? `${p.data.names}\n${number.format(p.data.events)} events: ${number.format(p.data.cooperation)} cooperation, ${number.format(p.data.conflict)} conflict` : `${p.name}\n${number.format(p.data.events)} events` },
      series: [{
        type: 'graph', layout: 'circular', circular: { rotateLabel: true }, roam: 'move', left: 'center', top: 'center', width: small ? '44%' : '60%', height: small ? '46%' : '62%',
        data: nodes.map(n => ({ id: n.id, name: n.name, events: n.events, href: n.href, symbolSize: (7 + 30 * Math.sqrt(n.events / most)) * (small ? .5 : 1), itemStyle: { color: colour('accent'), borderColor: colour('paper'), borderWidth: 1.5 } })),
        links: links.map(l => ({
          source: l.source, target: l.target, events: l.events, cooperation: l.cooperation, conflict: l.conflict, href: l.href,
          names: `${nodes.find(n => n.id === l.source).name} and ${nodes.find(n => n.id === l.target).name}`,
          lineStyle: { width: 1 + 5 * Math.sqrt(l.events / widest), color: l.cooperation >= l.conflict ? colour('good') : colour('bad'), type: l.cooperation >= l.conflict ? 'solid' : 'dashed', opacity: .5, curveness: .22 },
        })),
        label: { show: true, color: colour('ink'), fontSize: small ? 9.5 : 12, width: small ? 72 : 118, overflow: 'truncate' },
        emphasis: { focus: 'adjacency', lineStyle: { opacity: .9 } },
      }],
      go: p => p.data.href,
    };
  },
};

function draw(figure) {
  const canvas = figure.querySelector('.canvas');
  const { go, ...options } = drawings[figure.dataset.chart](JSON.parse(figure.querySelector('script').textContent));
  const chart = echarts.getInstanceByDom(canvas) ?? echarts.init(canvas);
  chart.setOption(options, true);
  chart.off('click');
  chart.on('click', point => { const href = go(point); if (href) location.assign(href); });
}

function drawAll() { for (const figure of figures) draw(figure); }

if (window.echarts) {
  drawAll();
  document.addEventListener('themechange', drawAll);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  new ResizeObserver(() => { for (const figure of figures) echarts.getInstanceByDom(figure.querySelector('.canvas'))?.resize(); }).observe(document.body);
}

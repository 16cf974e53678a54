// Draws the rows of the table above it; without it the table says the same.
"use strict";
document.querySelectorAll("[data-chart]").forEach(place => {
  place.hidden = false; // without scripts there is no empty box
  const data = JSON.parse(place.dataset.chart);
  const chart = echarts.init(place, null, {renderer: "canvas"});
  const names = Object.keys(data.series);
  const series = names.flatMap(name => {
    const seen = new Set();
    const first = [];
    const others = [];
    [...data.series[name]].sort((a, b) => a.x - b.x).forEach(point => {
      const item = {value: [point.x, point.y], says: point.says};
      (seen.has(point.x) ? others : first).push(item);
      seen.add(point.x);
    });
    const main = data.lines
      ? {name, type: "line", data: first, symbolSize: 8}
      : {name, type: "bar", data: first, barMaxWidth: 36};
    // where sources differ, the others stand as points of their own
    return others.length
      ? [main, {name, type: "line", data: others, lineStyle: {width: 0}, symbol: "diamond", symbolSize: 11}]
      : [main];
  });
  chart.setOption({
    animation: false,
    aria: {enabled: false},
    textStyle: {fontFamily: "inherit", fontSize: 13},
    color: ["#0b5c6b", "#b7791f", "#2c7a4b", "#7a3e9d", "#b3261e", "#3b5ba5", "#6b7a1e", "#a8456e", "#54636b", "#c2571a", "#1e8a8a", "#1c2b33"],
    grid: {left: 16, right: 24, top: names.length > 1 ? 64 : 36, bottom: 8, containLabel: true},
    legend: names.length > 1 ? {type: "scroll", top: 0} : undefined,
    tooltip: {trigger: "item", renderMode: "richText", confine: true, formatter: item => item.data.says},
    xAxis: {type: "category", data: data.axis, axisLabel: {rotate: data.axis.length > 10 ? 40 : 0}},
    yAxis: {type: "value", name: data.unit, scale: data.lines},
    series,
  });
  new ResizeObserver(() => chart.resize()).observe(place);
});

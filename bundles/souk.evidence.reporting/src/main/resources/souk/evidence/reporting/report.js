(function () {
  'use strict';
  var spec = JSON.parse(document.getElementById('charts').textContent);
  var lang = spec.locale;
  var BLUE = '#24648f', AMBER = '#d08a1d', GREEN = '#2f8a5b', RED = '#b4473a', GREY = '#7b8794', LINE = '#dde3e9';
  var PALETTE = [BLUE, AMBER, GREEN, RED, GREY];

  function minus(text) { return text.replace('-', '\u2212'); }
  function number(value) {
    if (value === null || value === undefined || isNaN(value)) { return '–'; }
    var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return minus(value.toLocaleString(lang, { maximumFractionDigits: digits }));
  }
  function short(value) {
    var a = Math.abs(value);
    if (a >= 1e6) { return minus((value / 1e6).toLocaleString(lang, { maximumFractionDigits: 2 })) + 'M'; }
    if (a >= 1e4) { return minus((value / 1e3).toLocaleString(lang, { maximumFractionDigits: 1 })) + 'k'; }
    return minus(value.toLocaleString(lang, { maximumFractionDigits: 2 }));
  }
  function percent(value) {
    return value.toLocaleString(lang, { style: 'percent', maximumFractionDigits: 1 });
  }
  function escape(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }
  function axis(extra) {
    return Object.assign({
      axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false },
      axisLabel: { color: GREY, hideOverlap: true }, splitLine: { lineStyle: { color: '#eef1f4' } }
    }, extra);
  }
  function base(extra) {
    return Object.assign({
      animation: false, color: PALETTE, textStyle: { fontFamily: 'inherit' },
      grid: { left: 6, right: 14, top: 34, bottom: 6, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 9, textStyle: { color: GREY } }
    }, extra);
  }

  function lines(c) {
    var series = [];
    var bands = c.bands || (c.band ? [c.band] : []);
    bands.forEach(function (band, k) {
      var rgb = band.colour === 'good' ? '47,138,91' : band.colour === 'bad' ? '180,71,58' : '208,138,29';
      series.push({ name: band.name, type: 'line', stack: 'band' + k, data: band.low, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, color: 'rgba(' + rgb + ',.28)', legendHoverLink: false });
      series.push({ name: band.name, type: 'line', stack: 'band' + k, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, color: 'rgba(' + rgb + ',.28)', areaStyle: { color: 'rgba(' + rgb + ',.22)', opacity: 1 },
        data: band.high.map(function (h, i) { return h === null || h === undefined ? null : h - band.low[i]; }) });
    });
    c.series.forEach(function (s) {
      series.push({ name: s.name, type: 'line', data: s.values, symbol: 'none', color: s.dashed ? AMBER : BLUE, lineStyle: { width: 2, type: s.dashed ? 'dashed' : 'solid' }, z: 3 });
    });
    return base({
      tooltip: { trigger: 'axis', confine: true, formatter: function (points) {
        var i = points[0].dataIndex, text = escape(c.x[i]);
        c.series.forEach(function (s) { if (s.values[i] !== null && s.values[i] !== undefined) { text += '<br>' + escape(s.name) + ': <b>' + number(s.values[i]) + '</b>'; } });
        bands.forEach(function (band) { if (band.low[i] !== null && band.low[i] !== undefined) { text += '<br>' + escape(band.name) + ': ' + (band.colour ? number(band.high[i] - band.low[i]) : number(band.low[i]) + ' … ' + number(band.high[i])); } });
        return text;
      } },
      xAxis: axis({ type: 'category', data: c.x, boundaryGap: false, splitLine: { show: false } }),
      yAxis: axis({ type: 'value', axisLabel: { color: GREY, formatter: short } }),
      series: series
    });
  }

  function bars(c) {
    var format = c.percent ? percent : number;
    return base({
      grid: { left: 6, right: 58, top: c.series.length > 1 ? 34 : 8, bottom: 6, containLabel: true },
      legend: Object.assign({ show: c.series.length > 1 }, { top: 0, left: 0, itemWidth: 16, itemHeight: 9, textStyle: { color: GREY } }),
      tooltip: { trigger: 'item', confine: true, formatter: function (p) { return escape(p.name) + '<br>' + escape(p.seriesName) + ': <b>' + format(p.value) + '</b>'; } },
      xAxis: axis({ type: 'value', axisLabel: { color: GREY, hideOverlap: true, formatter: c.percent ? percent : short } }),
      yAxis: axis({ type: 'category', inverse: true, data: c.categories, axisLabel: { color: '#1c2733', width: 150, overflow: 'truncate' } }),
      series: c.series.map(function (s) {
        return { name: s.name, type: 'bar', data: s.values, barMaxWidth: 16, label: { show: true, position: 'right', color: GREY, formatter: function (p) { return format(p.value); } } };
      })
    });
  }

  function below(value, span) {
    var step = Math.pow(10, Math.floor(Math.log10(span || 1)));
    return Math.floor(value / step) * step;
  }

  function waterfall(c) {
    var hidden = [], up = [], down = [];
    c.steps.forEach(function (s) {
      var low = Math.min(s.from, s.to), high = Math.max(s.from, s.to);
      var colour = s.total ? BLUE : s.to >= s.from ? GREEN : RED;
      var style = { color: colour };
      if (low >= 0) { hidden.push(low); up.push({ value: high - low, itemStyle: style }); down.push(0); }
      else if (high <= 0) { hidden.push(high); up.push(0); down.push({ value: low - high, itemStyle: style }); }
      else { hidden.push(0); up.push({ value: high, itemStyle: style }); down.push({ value: low, itemStyle: style }); }
    });
    var ends = c.steps.map(function (s) { return s.total ? s.to : s.to - s.from; });
    var highest = Math.max.apply(null, c.steps.map(function (s) { return Math.max(s.from, s.to); }));
    var lowest = Math.min.apply(null, c.steps.map(function (s) { return Math.min(s.from, s.to); }));
    var steps = c.steps.filter(function (s) { return !s.total; }).map(function (s) { return [s.from, s.to]; });
    var least = Math.min.apply(null, [].concat.apply(c.steps.map(function (s) { return s.to; }), steps));
    var span = highest - least;
    var from = least > 0 && span < 0.25 * highest ? Math.max(0, below(least - 0.6 * span, span)) : Math.min(0, lowest);
    return base({
      legend: { show: false }, grid: { left: 6, right: 10, top: 36, bottom: 6, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, formatter: function (p) { var i = p[0].dataIndex; return escape(c.steps[i].name) + ': <b>' + number(ends[i]) + '</b>'; } },
      xAxis: axis({ type: 'category', data: c.steps.map(function (s) { return s.name; }), splitLine: { show: false }, axisLabel: { color: '#1c2733', interval: 0, width: 74, overflow: 'break', fontSize: 11 } }),
      yAxis: axis({ type: 'value', min: from, name: from > 0 ? spec.cropped : '', nameTextStyle: { color: GREY, align: 'left', fontSize: 11 }, nameGap: 9, axisLabel: { color: GREY, formatter: short } }),
      series: [
        { type: 'bar', stack: 'w', data: hidden, itemStyle: { color: 'transparent' }, silent: true, barMaxWidth: 54 },
        { type: 'bar', stack: 'w', data: up, barMaxWidth: 54, label: { show: true, position: 'top', color: '#1c2733', formatter: function (p) { var i = p.dataIndex; var v = ends[i]; return p.value === 0 ? '' : (c.steps[i].total || v < 0 ? '' : '+') + number(v); } } },
        { type: 'bar', stack: 'w', data: down, barMaxWidth: 54 }
      ]
    });
  }

  function intervals(c) {
    var series = c.rows.map(function (r, i) {
      return { type: 'line', data: [[r.low, i], [r.high, i]], symbol: 'none', silent: true, color: BLUE, lineStyle: { width: 3, opacity: 0.45 },
        markLine: i === 0 ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: GREY, type: 'solid', width: 1 }, data: [{ xAxis: 0 }] } : undefined };
    });
    series.push({ type: 'scatter', symbolSize: 10, color: BLUE, z: 5, data: c.rows.map(function (r, i) { return [r.mid, i]; }) });
    return base({
      legend: { show: false }, grid: { left: 6, right: 24, top: 8, bottom: 6, containLabel: true },
      tooltip: { trigger: 'item', confine: true, formatter: function (p) { var r = c.rows[p.value[1]]; return escape(r.name) + ': <b>' + number(r.mid) + '</b><br>' + number(r.low) + ' … ' + number(r.high); } },
      xAxis: axis({ type: 'value', scale: false, axisLabel: { color: GREY, hideOverlap: true, formatter: short } }),
      yAxis: axis({ type: 'category', inverse: true, data: c.rows.map(function (r) { return r.name; }), axisLabel: { color: '#1c2733', interval: 0 } }),
      series: series
    });
  }

  var kinds = { lines: lines, bars: bars, waterfall: waterfall, intervals: intervals };
  var drawn = [];
  spec.charts.forEach(function (c) {
    var place = document.getElementById(c.id);
    var chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(kinds[c.kind](c));
    drawn.push(chart);
  });
  function resize() { drawn.forEach(function (chart) { chart.resize(); }); }
  window.addEventListener('resize', resize);
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (d) { d.open = true; });
    resize();
  });
}());

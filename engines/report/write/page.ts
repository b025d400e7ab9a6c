/** A page that stands alone: no script, no network, readable on a phone and on paper. */

export interface Page {
  readonly lang: 'zh' | 'en'
  readonly title: string
  /** HTML of the contents list; '' for none. */
  readonly contents: string
  /** HTML of what stands above the paper: legend, counts. */
  readonly above: string
  /** HTML of the paper itself. */
  readonly paper: string
  /** HTML below the paper: lists of notes. */
  readonly below: string
  readonly style: string
}

export function page(parts: Page): string {
  return `<!doctype html>
<html lang="${parts.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
<style>${BASE_STYLE}${parts.style}</style>
</head>
<body>
<div class="page">
${parts.contents === '' ? '' : `<nav class="contents" aria-label="${parts.lang === 'zh' ? '目录' : 'Contents'}">${parts.contents}</nav>`}
<main>
${parts.above}
<article class="paper" lang="zh-CN">
${parts.paper}
</article>
${parts.below}
</main>
</div>
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** Colours and type of the product's paper: 18 px on 34 px, 34 to 38 characters a line. */
const BASE_STYLE = `
:root{--ink:#1B2430;--second:#5B6675;--line:#E3E7ED;--page:#F6F7F9;--surface:#FFF;--paper:#FBFAF6;--accent:#1F5FBF;--seal:#B3261E;--broken:#C0392B;--missing:#8A94A3}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:14px/22px "PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.page{display:grid;grid-template-columns:240px minmax(0,1fr);gap:24px;max-width:1080px;margin:0 auto;padding:24px}
.contents{position:sticky;top:24px;align-self:start;max-height:calc(100vh - 48px);overflow:auto}
.contents ol{list-style:none;margin:0;padding:0}
.contents li{margin:0 0 4px}
.contents a{color:var(--second);text-decoration:none;display:block;padding:2px 0}
.contents a:hover,.contents a:focus-visible{color:var(--accent);text-decoration:underline}
.contents .l2{padding-left:16px}.contents .l3,.contents .l4{padding-left:32px}
main{min-width:0}
.paper{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:48px 56px;font:18px/34px "Source Han Serif SC","Noto Serif CJK SC",SimSun,serif;max-width:780px;overflow-wrap:anywhere}
.paper h1{font-size:28px;line-height:44px;font-weight:600;text-align:center;color:var(--seal);margin:0 0 32px;text-wrap:balance}
.paper h2,.paper h3,.paper h4,.paper h5{font-size:18px;line-height:34px;font-weight:600;margin:16px 0 0;text-indent:2em}
.paper h2{font-size:20px}
.paper p{margin:0;text-indent:2em}
.paper .run-in{font-weight:600}
.bar{display:flex;flex-wrap:wrap;gap:8px 16px;margin:0 0 16px;color:var(--second);max-width:780px}
.bar strong{color:var(--ink);font-weight:600}
.notes{max-width:780px;margin:24px 0 0}
.notes h2{font-size:16px;line-height:24px;margin:0 0 8px}
.notes li{margin:0 0 8px}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:860px){.page{display:block;padding:12px}.contents{position:static;max-height:none;margin:0 0 16px;padding:0 4px}.paper{padding:24px 16px}.paper h1{font-size:20px;line-height:32px}.contents a{padding:11px 0}.contents li{margin:0}}
@media print{body{background:#fff}.contents,.bar{display:none}.page{display:block;padding:0}.paper{border:0;padding:0;background:#fff;max-width:none}}
`

// A canvas that writes SVG: what draws a picture on the screen draws the same one as lines and text.

/** Text as it may stand in XML: no control characters, no half of a surrogate pair. */
export function xml(text) {
  return String(text)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

export function short(number) {
  return String(Math.round(number * 100) / 100);
}

/** As much of a canvas' context as this page draws with. */
export class SvgContext {
  constructor(width, height, name = "clip") {
    Object.assign(this, { width, height, name, parts: [], path: "", clips: 0, kept: [] });
    this.state = { matrix: new DOMMatrix(), clip: "" };
    Object.assign(this, {
      globalAlpha: 1, fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, font: "10px sans-serif",
      textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter", dash: [],
    });
    this.ruler = document.createElement("canvas").getContext("2d");
  }

  static kept = ["globalAlpha", "fillStyle", "strokeStyle", "lineWidth", "font", "textAlign", "textBaseline", "lineJoin", "dash"];

  save() {
    const style = Object.fromEntries(SvgContext.kept.map((name) => [name, this[name]]));
    this.kept.push({ style, state: { ...this.state } });
  }

  restore() {
    const { style, state } = this.kept.pop();
    Object.assign(this, style);
    this.state = state;
  }

  scale(x, y) { this.state.matrix = this.state.matrix.scale(x, y); }
  translate(x, y) { this.state.matrix = this.state.matrix.translate(x, y); }
  rotate(angle) { this.state.matrix = this.state.matrix.rotate((angle * 180) / Math.PI); }
  setLineDash(dash) { this.dash = dash; }
  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${short(x)} ${short(y)}`; }
  lineTo(x, y) { this.path += `L${short(x)} ${short(y)}`; }
  rect(x, y, width, height) { this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`; }

  /** Only full circles are drawn here. */
  arc(x, y, radius) {
    const r = short(radius);
    this.path += `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0 ${short(-2 * radius)} 0z`;
  }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (dx, dy) => `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
    this.path += `M${short(x + r)} ${short(y)}h${short(width - 2 * r)}${corner(r, r)}v${short(height - 2 * r)}${corner(-r, r)}` +
      `h${short(2 * r - width)}${corner(-r, -r)}v${short(2 * r - height)}${corner(r, -r)}z`;
  }

  clip() {
    this.clips += 1;
    const outer = this.state.clip;
    this.parts.push(`<clipPath id="${this.name}-${this.clips}"${outer}><path d="${this.path}"${this.placed()}/></clipPath>`);
    this.state.clip = ` clip-path="url(#${this.name}-${this.clips})"`;
  }

  placed() {
    const { a, b, c, d, e, f } = this.state.matrix;
    if (this.state.matrix.isIdentity) return "";
    return ` transform="matrix(${[a, b, c, d].map((number) => Number(number.toFixed(5))).join(" ")} ${short(e)} ${short(f)})"`;
  }

  /** The clip is in the picture's own units, so it goes on a group outside the transform. */
  add(element) {
    const clip = this.state.clip;
    this.parts.push(clip ? `<g${clip}>${element}</g>` : element);
  }

  look(kind) {
    const opacity = this.globalAlpha === 1 ? "" : ` opacity="${short(this.globalAlpha)}"`;
    if (kind === "fill") return ` fill="${xml(this.fillStyle)}"${opacity}${this.placed()}`;
    const join = this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`;
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(" ")}"` : "";
    return ` fill="none" stroke="${xml(this.strokeStyle)}" stroke-width="${Number(this.lineWidth.toFixed(3))}"${join}${dash}${opacity}${this.placed()}`;
  }

  fill() { this.add(`<path d="${this.path}"${this.look("fill")}/>`); }
  stroke() { this.add(`<path d="${this.path}"${this.look("stroke")}/>`); }
  fillRect(x, y, width, height) {
    this.add(`<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${this.look("fill")}/>`);
  }

  fillText(text, x, y) { this.text(text, x, y, "fill"); }
  strokeText(text, x, y) { this.text(text, x, y, "stroke"); }
  text(text, x, y, kind) {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(this.font);
    const anchor = { center: "middle", right: "end" }[this.textAlign] ?? "start";
    const base = this.textBaseline === "middle" ? Number(size) * 0.35 : 0;
    this.add(`<text x="${short(x)}" y="${short(y + base)}" font-family="${xml(family)}" font-size="${size}" font-weight="${weight}" ` +
      `text-anchor="${anchor}"${this.look(kind)}>${xml(text)}</text>`);
  }

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  toString() {
    const size = `width="${short(this.width)}" height="${short(this.height)}" viewBox="0 0 ${short(this.width)} ${short(this.height)}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${this.parts.join("\n")}\n</svg>\n`;
  }
}

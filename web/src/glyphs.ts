// Signs of the map, told apart by their shape: drawn here, so that nothing is loaded.
import type { Map } from "maplibre-gl";

const SIZE = 44; // twice the size on the screen, for fine displays

type Draw = (pen: CanvasRenderingContext2D) => void;

const SHAPES: Record<string, Draw> = {
  control: (pen) => pen.rect(-10, -10, 20, 20),
  attack: (pen) => { pen.moveTo(-10, -10); pen.lineTo(10, 10); pen.moveTo(10, -10); pen.lineTo(-10, 10); },
  movement: (pen) => { pen.moveTo(-11, 9); pen.lineTo(0, -11); pen.lineTo(11, 9); pen.closePath(); },
  casualties: (pen) => { pen.moveTo(0, -12); pen.lineTo(0, 12); pen.moveTo(-12, 0); pen.lineTo(12, 0); },
  other: (pen) => pen.arc(0, 0, 8, 0, 2 * Math.PI),
};
const STROKED = ["attack", "casualties"];

export function glyphs(map: Map, kinds: string[], css: (name: string) => string): void {
  for (const kind of kinds) {
    for (const open of [false, true]) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = SIZE;
      const pen = canvas.getContext("2d");
      if (!pen) continue;
      pen.translate(SIZE / 2, SIZE / 2);
      const colour = css(`--k-${kind}`);
      if (open) {
        pen.beginPath();
        pen.arc(0, 0, 18, 0, 2 * Math.PI);
        pen.fillStyle = css("--paper");
        pen.globalAlpha = 0.85;
        pen.fill();
        pen.globalAlpha = 1;
        pen.lineWidth = 3;
        pen.strokeStyle = css("--ink");
        pen.stroke();
      }
      pen.lineJoin = pen.lineCap = "round";
      for (const [width, shade] of [[STROKED.includes(kind) ? 9 : 5, css("--paper")], [STROKED.includes(kind) ? 5 : 0, colour]] as const) {
        pen.beginPath();
        SHAPES[kind]?.(pen);
        pen.lineWidth = width;
        pen.strokeStyle = shade;
        if (width) pen.stroke();
      }
      if (!STROKED.includes(kind)) {
        pen.fillStyle = colour;
        pen.fill();
      }
      map.addImage(open ? `${kind}-open` : kind, pen.getImageData(0, 0, SIZE, SIZE), { pixelRatio: 2 });
    }
  }
}

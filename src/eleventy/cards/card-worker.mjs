import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A worker does not inherit the loader of the process, and Node 20 cannot start one from TypeScript.
register();
const { createCardPainter } = await import("./draw-card.ts");
const drawCard = createCardPainter();

// A fault ends the worker, and with it the build: card-workers.ts says whose card it was.
parentPort?.on("message", (/** @type {import("../../cards/card.ts").Card} */ card) => {
  parentPort?.postMessage(drawCard(card), []);
});

import { finishChanges } from "../../src/files/finish-changes.ts";

// Makes prepared changes and is killed before the one with the given number: the very process, by the very signal.
const [root = "", last = "0"] = process.argv.slice(2);
let step = 0;
finishChanges(root, () => {
  if (step === Number(last)) process.kill(process.pid, "SIGKILL");
  step += 1;
});

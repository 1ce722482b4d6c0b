// SPDX-License-Identifier: BSL-1.0

// node run_wasm.mjs MODULE: runs a module's cases and writes what they write.
import { readFileSync, writeSync } from "node:fs";

const pieces = [];
const host = {
  put: (at, size) => pieces.push(Buffer.from(instance.exports.memory.buffer.slice(at, at + size))),
};
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), { host });
instance.exports.run();
// In pieces: a pipe may take a part only.
let left = Buffer.concat(pieces);
while (left.length > 0) left = left.subarray(writeSync(1, left));

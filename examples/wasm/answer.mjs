// SPDX-License-Identifier: BSL-1.0

// node answer.mjs answer.wasm ML-7 2022-12-01
import { readFileSync } from "node:fs";

const [module, ...question] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(module));
const { memory, place, answer } = instance.exports;
const bytes = new TextEncoder().encode(question.join(" "));
new Uint8Array(memory.buffer, place()).set(bytes);
const size = answer(bytes.length);
process.stdout.write(new TextDecoder().decode(new Uint8Array(memory.buffer, place(), size)));

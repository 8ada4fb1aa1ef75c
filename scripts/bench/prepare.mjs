import { runPrepared } from '../runPrepared.mjs';

process.exitCode = await runPrepared('bench/main.cts');

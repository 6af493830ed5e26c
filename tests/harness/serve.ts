/** Serves the harness on 127.0.0.1. Run: `node build/run.mjs tests/harness/serve.ts [port]`, stop with Ctrl-C. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const server = await createServer({
  configFile: false,
  root: path.join(root, 'tests/harness'),
  logLevel: 'warn',
  plugins: [react()],
  // It finds its WebAssembly beside itself.
  optimizeDeps: { exclude: ['hunspell-wasm'] },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: Number(process.argv[2] ?? 4700),
    strictPort: true,
    fs: { allow: [root] },
    watch: null,
    hmr: false,
  },
});
await server.listen();
console.log(`http://127.0.0.1:${server.config.server.port}/`);

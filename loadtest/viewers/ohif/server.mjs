// SPDX-License-Identifier: Apache-2.0
// Serves OHIF's ready-built files on the loopback address, with the configuration beside this file.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, 'package', 'dist');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export async function serve(dicomWeb) {
  const configuration = (await readFile(join(here, 'app-config.js'), 'utf8')).replaceAll('DICOMWEB', dicomWeb);
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (path === '/app-config.js') {
      response.writeHead(200, { 'Content-Type': types['.js'] }).end(configuration);
      return;
    }
    // every page of the application is its first one
    const file = join(dist, extname(path) ? path : 'index.html');
    try {
      await stat(file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(await readFile(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// SPDX-License-Identifier: Apache-2.0
// node check.mjs DICOMWEB FOLDER [StudyInstanceUID ...]
// Opens the study list and each study with OHIF, waits until its images are drawn, and takes a picture of each page. Then opens each
// segmentation and each structured report of the study by a double click in the list of series, and takes pictures of these.
// STUDY_LIST in the environment narrows the study list, such as ?patientName=Phantom.
// Fails if a request to the archive failed, a page told an error, a study shows no image, or what was clicked was not opened.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

const [dicomWeb, folder, ...studies] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node check.mjs DICOMWEB FOLDER [StudyInstanceUID ...]');
  process.exit(2);
}
const SETTLED = 3000;
const LONGEST = 90000;

const site = await serve(dicomWeb);
await mkdir(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader', '--window-size=1400,900'],
  defaultViewport: { width: 1400, height: 900 },
});

const CLICKED = ['SEG', 'SR'];
const PAGES = 14;

/** What a page shows: how many canvases, how many of them are drawn, its text. */
function look(page) {
  return page.evaluate(() => ({
    viewports: document.querySelectorAll('canvas').length,
    // what was drawn: a canvas with more than one colour
    drawn: [...document.querySelectorAll('canvas')].filter(canvas => {
      const copy = document.createElement('canvas');
      copy.width = 64;
      copy.height = 64;
      const context = copy.getContext('2d');
      context.drawImage(canvas, 0, 0, 64, 64);
      return new Set(new Uint32Array(context.getImageData(0, 0, 64, 64).data.buffer)).size > 1;
    }).length,
    // what the viewports show: it changes when something else is opened
    print:
      document.querySelector('[data-cy="viewport-grid"]')?.innerText +
      [...document.querySelectorAll('canvas')].map(canvas => canvas.toDataURL('image/png')).join(),
    rows: document.querySelectorAll('tr').length,
    text: document.body.innerText.slice(0, 4000),
  }));
}

/** The thumbnails of a study's series of some modality, from the top. */
async function thumbnails(page, modality) {
  const found = [];
  for (const each of await page.$$('[data-cy^="study-browser-thumbnail"]')) {
    const text = await each.evaluate(element => element.innerText);
    if (new RegExp(`\\b${modality}\\b`).test(text)) {
      found.push(each);
    }
  }
  return found;
}

/** The tour that OHIF offers to who opens a study for the first time lies over everything. */
async function skipTour(page) {
  await page.evaluate(() => [...document.querySelectorAll('button, a, span')].find(each => each.innerText?.trim() === 'Skip all')?.click());
  await new Promise(resolve => setTimeout(resolve, 500));
}

/** OHIF asks before it lays a segmentation over the images, or takes measurements over. */
async function confirm(page) {
  const button = await page.evaluateHandle(() =>
    [...document.querySelectorAll('button')].find(each => /^(yes|ok|load)$/i.test(each.innerText.trim()))
  );
  if (button.asElement()) {
    await button.asElement().click();
    return true;
  }
  return false;
}

async function visit(name, path, clicks = []) {
  const page = await browser.newPage();
  const problems = [];
  let requests = 0;
  let bytes = 0;
  let last = Date.now();
  let open = 0;
  page.on('request', request => {
    if (request.url().startsWith(dicomWeb)) {
      open++;
      last = Date.now();
    }
  });
  page.on('requestfailed', request => {
    if (request.url().startsWith(dicomWeb)) {
      open--;
      last = Date.now();
      problems.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`);
    }
  });
  page.on('requestfinished', async request => {
    if (!request.url().startsWith(dicomWeb)) {
      return;
    }
    open--;
    last = Date.now();
    requests++;
    const response = request.response();
    bytes += Number(response.headers()['content-length'] ?? 0);
    if (response.status() >= 400) {
      problems.push(`${request.method()} ${request.url()}: ${response.status()} (Accept: ${request.headers().accept})`);
    }
  });
  page.on('pageerror', error => problems.push(`page: ${error.message}`));
  page.on('console', message => {
    if (process.env.VERBOSE && message.type() === 'error') {
      console.log(`  console: ${message.text().slice(0, 300)}`);
    }
  });
  const settle = async from => {
    while (Date.now() - from < LONGEST && (open > 0 || requests === 0 || Date.now() - Math.max(last, from) < SETTLED)) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  };
  const begun = Date.now();
  await page.goto(site.address + path, { waitUntil: 'load', timeout: LONGEST });
  await settle(begun);
  await skipTour(page);
  const shown = await look(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  for (const modality of clicks) {
    const count = (await thumbnails(page, modality)).length;
    for (let at = 0; at < count; at++) {
      const before = requests;
      const { print } = await look(page);
      const [each] = (await thumbnails(page, modality)).slice(at);
      await each.scrollIntoView();
      await each.click({ count: 2 });
      await settle(Date.now());
      const confirmed = await confirm(page);
      await settle(Date.now());
      const opened = await look(page);
      await page.mouse.move(820, 450);
      for (let turn = 0; turn < PAGES; turn++) {
        await page.mouse.wheel({ deltaY: modality === 'SEG' ? 100 : 0 });
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      await settle(Date.now());
      await page.screenshot({ path: join(folder, `${name}-${modality.toLowerCase()}-${at + 1}.png`) });
      console.log(
        `${name}: ${modality} ${at + 1} by a double click: ${requests - before} requests, ${opened.drawn} of ${opened.viewports} canvases drawn${confirmed ? ', confirmed' : ''}`
      );
      if (opened.print === print) {
        problems.push(`${modality} ${at + 1} was not opened by a double click`);
      }
    }
  }
  await page.close();
  console.log(
    `${name}: ${requests} requests, ${bytes} bytes, ${last - begun} ms, ${shown.viewports} canvases, ${shown.drawn} drawn, ${shown.rows} rows, ${problems.length} problems`
  );
  problems.forEach(problem => console.log(`  ${problem}`));
  return { problems, shown };
}

let failed = false;
const list = await visit('study-list', `/${process.env.STUDY_LIST ?? ''}`);
failed ||= list.problems.length > 0 || list.shown.rows < 2;
for (const [at, study] of studies.entries()) {
  const [uid, wanted = 'image'] = study.split(':');
  const { problems, shown } = await visit(`study-${at + 1}`, `/viewer?StudyInstanceUIDs=${uid}`, CLICKED);
  failed ||= problems.length > 0 || (wanted === 'image' && shown.drawn === 0);
}
await browser.close();
site.close();
console.log(failed ? 'FAILED' : 'PASSED');
process.exit(failed ? 1 : 0);

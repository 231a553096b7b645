// SPDX-License-Identifier: Apache-2.0
// node check.mjs DICOMWEB FOLDER [MOST]
// Stores the DICOM files of a folder with dicomweb-client, calls each of its methods for what it stored, and compares the answers with the
// files. MOST is how many instances of a series are looked at one by one (default 2). Prints a table; exit status 1 if anything failed.
import XMLHttpRequest from 'xhr2';
import dicomWeb from 'dicomweb-client';
import { instanceChecks, seriesChecks, studyChecks } from './checks.mjs';
import { samplesOf } from './samples.mjs';

// the client is made for browsers
globalThis.XMLHttpRequest = XMLHttpRequest;
// it tells some of its calls
console.debug = () => {};
const { DICOMwebClient } = dicomWeb.api;

const [url, folder, most = '2'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node check.mjs DICOMWEB FOLDER [MOST]');
  process.exit(2);
}
const client = new DICOMwebClient({ url, verbose: false });
const singlepart = new DICOMwebClient({ url, verbose: false, singlepart: 'bulkdata,video,pdf' });
const uri = new DICOMwebClient({ url, verbose: false, wadoURLPrefix: 'wado' });

const outcomes = new Map();
const problems = [];

async function run(subject, [method, how, check]) {
  const name = how ? `${method} (${how})` : method;
  const outcome = outcomes.get(name) ?? { passed: 0, failed: 0, milliseconds: 0 };
  outcomes.set(name, outcome);
  const begun = performance.now();
  try {
    await check();
    outcome.passed++;
  } catch (error) {
    outcome.failed++;
    const status = error.status ? `HTTP ${error.status} ${textOf(error.response)}` : error.message;
    problems.push(`${name}, ${subject}: ${status}`);
  }
  outcome.milliseconds += performance.now() - begun;
}

function textOf(response) {
  const text = response instanceof ArrayBuffer ? Buffer.from(response).toString() : JSON.stringify(response ?? '');
  return text.slice(0, 200);
}

/** A search by attributes may follow a store by a second. */
async function soon(check) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await check();
    } catch (error) {
      if (attempt === 20) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}

function grouped(samples, key) {
  const groups = new Map();
  samples.forEach(sample => groups.set(key(sample), [...(groups.get(key(sample)) ?? []), sample]));
  return [...groups.values()];
}

/** Stores a study; returns what the archive now has of it. */
async function store(samples) {
  const { studyInstanceUID } = samples[0].ids;
  let answer;
  try {
    answer = await client.storeInstances({
      studyInstanceUID,
      datasets: samples.map(sample => sample.bytes),
    });
  } catch (error) {
    if (error.status !== 409) {
      throw error;
    }
    answer = error.response;
  }
  const response = typeof answer === 'string' ? JSON.parse(answer) : answer;
  const stored = new Set((response['00081199']?.Value ?? []).map(item => item['00081155'].Value[0]));
  const refused = (response['00081198']?.Value ?? []).map(
    item => `${item['00081155']?.Value[0]} (${item['00081197']?.Value[0].toString(16)})`
  );
  return { kept: samples.filter(sample => stored.has(sample.ids.sopInstanceUID)), refused };
}

const { samples, unreadable } = await samplesOf(folder);
console.log(`${samples.length} files of ${folder}; ${unreadable.length} that dicom-parser cannot read are left out`);
// of several files under one UID an archive keeps one
const unique = grouped(samples, sample => sample.ids.sopInstanceUID).map(([sample]) => sample);

for (const study of grouped(unique, sample => sample.ids.studyInstanceUID)) {
  let kept = [];
  await run(study[0].name, [
    'storeInstances',
    'of a study',
    async () => {
      const result = await store(study);
      kept = result.kept;
      if (result.refused.length > 0) {
        throw new Error(`refused ${result.refused.join(', ')}`);
      }
    },
  ]);
  if (kept.length === 0) {
    continue;
  }
  for (const check of studyChecks(client, kept, soon)) {
    await run(kept[0].name, check);
  }
  for (const series of grouped(kept, sample => sample.ids.seriesInstanceUID)) {
    for (const check of seriesChecks(client, series)) {
      await run(series[0].name, check);
    }
    for (const sample of series.slice(0, Number(most))) {
      for (const check of instanceChecks(client, singlepart, uri, sample)) {
        await run(sample.name, check);
      }
    }
  }
}

const width = Math.max(...[...outcomes.keys()].map(name => name.length));
console.log(`${'method'.padEnd(width)}  passed  failed  mean ms`);
for (const [name, { passed, failed, milliseconds }] of [...outcomes].sort(([one], [other]) => one.localeCompare(other))) {
  const mean = (milliseconds / (passed + failed)).toFixed(1);
  console.log(`${name.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${mean.padStart(7)}`);
}
problems.forEach(problem => console.log(`FAILED ${problem}`));
const failed = problems.length;
const passed = [...outcomes.values()].reduce((sum, outcome) => sum + outcome.passed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

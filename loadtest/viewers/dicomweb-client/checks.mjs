// SPDX-License-Identifier: Apache-2.0
// What is asked of a study, a series and an instance, method by method of dicomweb-client, and what the answer has to be.
// The client (0.11.3) refuses any mediaTypes for whole instances, so these are asked for as it does by itself: Explicit VR Little Endian.
import assert from 'node:assert/strict';
import { bodyOf, transferSyntaxOf } from './samples.mjs';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const NEVER_SENT = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.2'];
// PS3.18 table 8.7.3-5: the media type of a frame in its own transfer syntax
const FRAME_TYPES = {
  '1.2.840.10008.1.2.5': 'image/x-dicom-rle',
  '1.2.840.10008.1.2.4.50': 'image/jpeg',
  '1.2.840.10008.1.2.4.51': 'image/jpeg',
  '1.2.840.10008.1.2.4.57': 'image/jpeg',
  '1.2.840.10008.1.2.4.70': 'image/jpeg',
  '1.2.840.10008.1.2.4.80': 'image/jls',
  '1.2.840.10008.1.2.4.81': 'image/jls',
  '1.2.840.10008.1.2.4.90': 'image/jp2',
  '1.2.840.10008.1.2.4.91': 'image/jp2',
};

const value = (dataset, tag) => dataset[tag]?.Value?.[0];
const bytesOf = part => new Uint8Array(part);

function assertSame(actual, expected, what) {
  assert.equal(actual.length, expected.length, `${what}: length`);
  assert.ok(Buffer.compare(actual, expected) === 0, `${what}: bytes differ`);
}

function assertPicture(part, mediaType) {
  const bytes = bytesOf(part);
  const magic = { 'image/jpeg': [0xff, 0xd8, 0xff], 'image/png': [0x89, 0x50, 0x4e, 0x47] }[mediaType];
  assert.ok(bytes.length > 20, 'picture of some bytes');
  magic.forEach((each, at) => assert.equal(bytes[at], each, `begins as ${mediaType}`));
  return bytes;
}

/** Rows and columns of a PNG (its header). */
function extentOf(png) {
  const view = new DataView(png.buffer, png.byteOffset);
  return { columns: view.getUint32(16), rows: view.getUint32(20) };
}

/** One frame, padded to an even length or not. */
function assertFrame(part, expected, what) {
  const bytes = bytesOf(part);
  const padded = expected.length % 2 === 1 && bytes.length === expected.length + 1;
  assertSame(padded ? bytes.subarray(0, expected.length) : bytes, expected, what);
}

export function studyChecks(client, samples, soon) {
  const { studyInstanceUID } = samples[0].ids;
  const uids = new Set(samples.map(sample => sample.ids.sopInstanceUID));
  const series = new Set(samples.map(sample => sample.ids.seriesInstanceUID));
  const { patientId, modality } = samples[0];
  const finds = async queryParams => {
    const found = await client.searchForStudies({ queryParams });
    assert.ok(
      found.some(study => value(study, '0020000D') === studyInstanceUID),
      'the study is found'
    );
    return found;
  };
  return [
    ['searchForStudies', 'StudyInstanceUID', async () => assert.equal((await finds({ StudyInstanceUID: studyInstanceUID })).length, 1)],
    ['searchForStudies', '0020000D', () => finds({ '0020000D': studyInstanceUID })],
    ['searchForStudies', 'PatientID', () => patientId && soon(() => finds({ PatientID: patientId, limit: 200 }))],
    ['searchForStudies', 'ModalitiesInStudy', () => modality && soon(() => finds({ ModalitiesInStudy: modality, StudyInstanceUID: studyInstanceUID }))],
    [
      'searchForStudies',
      'includefield=all',
      () =>
        soon(async () => {
          const [study] = await finds({ StudyInstanceUID: studyInstanceUID, includefield: 'all' });
          assert.ok(value(study, '00201208') >= uids.size, 'NumberOfStudyRelatedInstances');
          assert.ok(value(study, '00201206') >= series.size, 'NumberOfStudyRelatedSeries');
        }),
    ],
    [
      'searchForStudies',
      'limit, offset',
      async () => {
        const pages = [
          await client.searchForStudies({ queryParams: { limit: 1, offset: 0 } }),
          await client.searchForStudies({ queryParams: { limit: 1, offset: 1 } }),
        ].map(page => page.map(study => value(study, '0020000D')));
        assert.equal(pages[0].length, 1);
        assert.notDeepEqual(pages[0], pages[1]);
      },
    ],
    ['searchForStudies', 'nothing found', async () => assert.deepEqual(await client.searchForStudies({ queryParams: { StudyInstanceUID: '1.2.3' } }), [])],
    [
      'searchForSeries',
      'of a study',
      async () => {
        const found = (await client.searchForSeries({ studyInstanceUID })).map(each => value(each, '0020000E'));
        series.forEach(uid => assert.ok(found.includes(uid), 'the series is found'));
      },
    ],
    [
      'searchForSeries',
      'in all studies',
      () =>
        soon(async () => {
          const [seriesInstanceUID] = series;
          const found = await client.searchForSeries({ queryParams: { SeriesInstanceUID: seriesInstanceUID } });
          assert.equal(value(found[0], '0020000D'), studyInstanceUID);
        }),
    ],
    [
      'searchForInstances',
      'of a study',
      async () => {
        const found = await client.searchForInstances({ studyInstanceUID, queryParams: { limit: 1000 } });
        const there = new Set(found.map(each => value(each, '00080018')));
        assert.ok([...uids].every(uid => there.has(uid)) || there.size === 1000, 'every instance is found');
      },
    ],
    [
      'searchForInstances',
      'in all studies',
      () =>
        soon(async () => {
          const [sopInstanceUID] = uids;
          const found = await client.searchForInstances({ queryParams: { SOPInstanceUID: sopInstanceUID } });
          assert.equal(value(found[0], '0020000D'), studyInstanceUID);
        }),
    ],
    [
      'retrieveStudyMetadata',
      '',
      async () => {
        const found = new Set((await client.retrieveStudyMetadata({ studyInstanceUID })).map(each => value(each, '00080018')));
        uids.forEach(uid => assert.ok(found.has(uid), 'metadata of every instance'));
      },
    ],
    [
      'retrieveStudy',
      'with progress',
      async () => {
        const progress = [];
        const parts = await client.retrieveStudy({
          studyInstanceUID,
          request: { progressCallback: event => progress.push(event.loaded) },
        });
        assert.ok(parts.length >= uids.size, 'a part for every instance');
        const bodies = parts.map(part => Buffer.from(bodyOf(bytesOf(part))));
        samples
          .filter(sample => sample.transferSyntaxUID === EXPLICIT_LITTLE_ENDIAN)
          .forEach(sample =>
            assert.ok(
              bodies.some(body => body.equals(sample.body)),
              `${sample.name} is among the parts, byte for byte`
            )
          );
        assert.ok(progress.length > 0 && progress.at(-1) > 0, 'progress was told');
      },
    ],
    [
      'retrieveStudyMetadata',
      'of no study: 404',
      () => assert.rejects(client.retrieveStudyMetadata({ studyInstanceUID: '1.2.3' }), error => error.status === 404),
    ],
  ];
}

export function seriesChecks(client, samples) {
  const { studyInstanceUID, seriesInstanceUID } = samples[0].ids;
  const uids = new Set(samples.map(sample => sample.ids.sopInstanceUID));
  return [
    [
      'searchForInstances',
      'of a series, includefield',
      async () => {
        const found = await client.searchForInstances({
          studyInstanceUID,
          seriesInstanceUID,
          queryParams: { limit: 1000, includefield: 'Rows,00280011' },
        });
        const there = new Map(found.map(each => [value(each, '00080018'), each]));
        samples
          .filter(sample => sample.rows)
          .slice(0, 1000)
          .forEach(sample => assert.equal(value(there.get(sample.ids.sopInstanceUID), '00280010'), sample.rows, 'Rows'));
      },
    ],
    [
      'retrieveSeriesMetadata',
      '',
      async () => {
        const found = new Set(
          (await client.retrieveSeriesMetadata({ studyInstanceUID, seriesInstanceUID })).map(each => value(each, '00080018'))
        );
        uids.forEach(uid => assert.ok(found.has(uid), 'metadata of every instance'));
      },
    ],
    ['retrieveSeries', '', async () => assert.ok((await client.retrieveSeries({ studyInstanceUID, seriesInstanceUID })).length >= uids.size)],
  ];
}

export function instanceChecks(client, singlepart, uri, sample) {
  const { ids } = sample;
  const checks = [
    [
      'retrieveInstance',
      '',
      async () => {
        const bytes = bytesOf(await client.retrieveInstance(ids));
        assert.ok([EXPLICIT_LITTLE_ENDIAN, sample.transferSyntaxUID].includes(transferSyntaxOf(bytes)), 'transfer syntax');
        if (sample.transferSyntaxUID === EXPLICIT_LITTLE_ENDIAN) {
          assertSame(Buffer.from(bodyOf(bytes)), Buffer.from(sample.body), 'data set');
        }
      },
    ],
    [
      'retrieveInstanceMetadata',
      '',
      async () => {
        const [metadata] = await client.retrieveInstanceMetadata(ids);
        assert.equal(value(metadata, '00080018'), ids.sopInstanceUID);
        assert.equal(value(metadata, '00080016'), sample.sopClassUID);
        if (sample.pixelData) {
          assert.equal(value(metadata, '00280010'), sample.rows);
          assert.ok(metadata['7FE00010'].BulkDataURI, 'pixel data by their address');
        }
      },
    ],
    [
      'buildInstanceWadoURIUrl',
      'fetched',
      async () => {
        const response = await fetch(uri.buildInstanceWadoURIUrl(ids));
        assert.equal(response.status, 200);
        const bytes = new Uint8Array(await response.arrayBuffer());
        // PS3.18 8.7.3.5.2: neither implicit VR nor big endian goes out
        if (NEVER_SENT.includes(sample.transferSyntaxUID)) {
          assert.equal(transferSyntaxOf(bytes), EXPLICIT_LITTLE_ENDIAN);
        } else {
          assertSame(Buffer.from(bodyOf(bytes)), Buffer.from(sample.body), 'data set');
        }
      },
    ],
  ];
  return sample.pixelData && !sample.isVideo ? [...checks, ...frameChecks(client, sample), ...bulkChecks(client, singlepart, sample), ...pictureChecks(client, sample)] : checks;
}

function frameChecks(client, sample) {
  const { ids } = sample;
  const octets = [{ mediaType: 'application/octet-stream' }];
  const type = FRAME_TYPES[sample.transferSyntaxUID];
  const checks = [
    [
      'retrieveInstanceFrames',
      'default',
      async () => {
        const parts = await client.retrieveInstanceFrames({ ...ids, frameNumbers: [1] });
        assert.equal(parts.length, 1);
        if (sample.isNative && sample.frame(1)) {
          assertFrame(parts[0], sample.frame(1), 'frame 1');
        } else {
          assert.ok(parts[0].byteLength >= Math.floor(sample.frameLength), 'all of the decoded frame');
        }
      },
    ],
    [
      'retrieveInstanceFrames',
      'octet-stream, explicit',
      async () => {
        const mediaTypes = [{ mediaType: 'application/octet-stream', transferSyntaxUID: EXPLICIT_LITTLE_ENDIAN }];
        const [part] = await client.retrieveInstanceFrames({ ...ids, frameNumbers: [sample.frames], mediaTypes });
        assert.ok(part.byteLength >= Math.floor(sample.frameLength));
      },
    ],
    [
      'retrieveInstanceFrames',
      'as stored, as OHIF asks',
      async () => {
        const mediaTypes = [{ mediaType: 'application/octet-stream', transferSyntaxUID: '*' }];
        const [part] = await client.retrieveInstanceFrames({ ...ids, frameNumbers: [1], mediaTypes });
        const expected = sample.frame(1);
        if (expected) {
          assertFrame(part, expected, 'frame 1');
        }
      },
    ],
    [
      'retrieveInstanceFrames',
      'no such frame: 404',
      () =>
        assert.rejects(
          client.retrieveInstanceFrames({ ...ids, frameNumbers: [sample.frames + 1], mediaTypes: octets }),
          error => error.status === 404
        ),
    ],
  ];
  if (type) {
    checks.push([
      'retrieveInstanceFrames',
      'image/..., its own',
      async () => {
        const mediaTypes = [{ mediaType: type, transferSyntaxUID: sample.transferSyntaxUID }];
        const [part] = await client.retrieveInstanceFrames({ ...ids, frameNumbers: [1], mediaTypes });
        const expected = sample.frame(1);
        if (expected) {
          assertFrame(part, expected, 'frame 1');
        }
      },
    ]);
    checks.push([
      'retrieveInstanceFrames',
      'image/* or octet-stream',
      async () => {
        const mediaTypes = [{ mediaType: type, transferSyntaxUID: sample.transferSyntaxUID }, ...octets];
        const parts = await client.retrieveInstanceFrames({ ...ids, frameNumbers: [1], mediaTypes });
        assert.equal(parts.length, 1);
      },
    ]);
  }
  if (sample.frames > 2) {
    checks.push([
      'retrieveInstanceFrames',
      'list 1,3,2, with progress',
      async () => {
        const progress = [];
        const frameNumbers = [1, 3, 2];
        const parts = await client.retrieveInstanceFrames({
          ...ids,
          frameNumbers,
          mediaTypes: [{ mediaType: 'application/octet-stream', transferSyntaxUID: '*' }],
          request: { progressCallback: event => progress.push(event.loaded) },
        });
        assert.equal(parts.length, 3);
        frameNumbers.forEach((number, at) => {
          const expected = sample.frame(number);
          if (expected) {
            assertFrame(parts[at], expected, `frame ${number}`);
          }
        });
        assert.ok(progress.length > 0, 'progress was told');
      },
    ]);
  }
  return checks;
}

function bulkChecks(client, singlepart, sample) {
  const address = async () => (await client.retrieveInstanceMetadata(sample.ids))[0]['7FE00010'].BulkDataURI;
  const native = sample.isNative && sample.isLittleEndian;
  const pixels = native ? sample.bytes.subarray(sample.pixelData.dataOffset, sample.pixelData.dataOffset + sample.pixelData.length) : undefined;
  const checks = [
    [
      'retrieveBulkData',
      'pixel data',
      async () => {
        const parts = await client.retrieveBulkData({ BulkDataURI: await address() });
        if (native && parts.length === 1) {
          assertFrame(parts[0], pixels, 'pixel data');
        } else {
          assert.equal(parts.length, sample.frames, 'a part a frame');
        }
      },
    ],
    [
      'retrieveBulkData',
      'singlepart',
      async () => {
        const [part] = await singlepart.retrieveBulkData({ BulkDataURI: await address() });
        if (native) {
          assertFrame(part, pixels, 'pixel data');
        } else {
          assert.ok(part.byteLength > 0);
        }
      },
    ],
  ];
  if (native && pixels.length > 200) {
    checks.push([
      'retrieveBulkData',
      'byteRange of a multipart',
      async () => {
        // PS3.18 8.7: a range is of a single part; whoever answers all of it does not break the client
        const parts = await client.retrieveBulkData({ BulkDataURI: await address(), byteRange: [100, 199] });
        assert.ok([100, pixels.length].includes(parts[0].byteLength), `a part of ${parts[0].byteLength} bytes`);
      },
    ]);
    checks.push([
      'retrieveBulkData',
      'singlepart, Range',
      async () => {
        const [part] = await singlepart.retrieveBulkData({ BulkDataURI: await address(), headers: { Range: 'bytes=100-199' } });
        assertSame(bytesOf(part), pixels.subarray(100, 200), 'range');
      },
    ]);
  }
  return checks;
}

function pictureChecks(client, sample) {
  const { ids } = sample;
  const jpeg = [{ mediaType: 'image/jpeg' }];
  const png = [{ mediaType: 'image/png' }];
  const frameNumbers = [Math.min(2, sample.frames)];
  const checks = [
    ['retrieveInstanceFramesRendered', 'image/jpeg', async () => assertPicture(await first(client.retrieveInstanceFramesRendered({ ...ids, frameNumbers, mediaTypes: jpeg })), 'image/jpeg')],
    [
      'retrieveInstanceFramesRendered',
      'image/png: extent',
      async () => {
        const picture = assertPicture(await first(client.retrieveInstanceFramesRendered({ ...ids, frameNumbers, mediaTypes: png })), 'image/png');
        assert.deepEqual(extentOf(picture), { rows: sample.rows, columns: sample.columns });
      },
    ],
    [
      'retrieveInstanceFramesRendered',
      'window, viewport, quality',
      async () => {
        const queryParams = { window: '40,400,linear', viewport: '64,64', quality: 70 };
        assertPicture(await first(client.retrieveInstanceFramesRendered({ ...ids, frameNumbers, mediaTypes: jpeg, queryParams })), 'image/jpeg');
      },
    ],
    ['retrieveInstanceThumbnail', 'default', async () => assert.ok((await first(client.retrieveInstanceThumbnail(ids))).byteLength > 100)],
    ['retrieveInstanceThumbnail', 'image/jpeg', async () => assertPicture(await first(client.retrieveInstanceThumbnail({ ...ids, mediaTypes: jpeg })), 'image/jpeg')],
    [
      'retrieveInstanceFramesThumbnail',
      'image/jpeg, viewport',
      async () =>
        assertPicture(
          await first(client.retrieveInstanceFramesThumbnail({ ...ids, frameNumbers, mediaTypes: jpeg, queryParams: { viewport: '64,64' } })),
          'image/jpeg'
        ),
    ],
  ];
  if (sample.frames === 1) {
    checks.push(['retrieveInstanceRendered', 'default', async () => assertPicture(await first(client.retrieveInstanceRendered(ids)), 'image/jpeg')]);
    checks.push(['retrieveInstanceRendered', 'image/png', async () => assertPicture(await first(client.retrieveInstanceRendered({ ...ids, mediaTypes: png })), 'image/png')]);
  }
  return checks;
}

/** Answers of one part come as an array of one. */
async function first(answer) {
  const parts = await answer;
  return Array.isArray(parts) ? parts[0] : parts;
}

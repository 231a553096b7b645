// SPDX-License-Identifier: Apache-2.0
// The DICOM files of a folder, read by dicom-parser, so that what the archive gives back is compared with an independent reading.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import dicomParser from 'dicom-parser';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';

export class Sample {
  constructor(name, bytes, dataset) {
    this.name = name;
    this.bytes = bytes;
    this.dataset = dataset;
    this.transferSyntaxUID = dataset.string('x00020010');
    this.sopClassUID = dataset.string('x00080016');
    this.ids = {
      studyInstanceUID: dataset.string('x0020000d'),
      seriesInstanceUID: dataset.string('x0020000e'),
      sopInstanceUID: dataset.string('x00080018'),
    };
    this.patientId = dataset.string('x00100020');
    this.modality = dataset.string('x00080060');
    this.rows = dataset.uint16('x00280010');
    this.columns = dataset.uint16('x00280011');
    this.bitsAllocated = dataset.uint16('x00280100');
    this.samplesPerPixel = dataset.uint16('x00280002');
    this.pixelData = dataset.elements.x7fe00010;
    this.frames = this.pixelData ? Number(dataset.intString('x00280008') ?? 1) : 0;
  }

  get isNative() {
    return Boolean(this.pixelData) && !this.pixelData.encapsulatedPixelData;
  }

  get isVideo() {
    return /^1\.2\.840\.10008\.1\.2\.4\.10\d/.test(this.transferSyntaxUID);
  }

  get isLittleEndian() {
    return this.transferSyntaxUID === EXPLICIT_LITTLE_ENDIAN || this.transferSyntaxUID === IMPLICIT_LITTLE_ENDIAN;
  }

  /** Bytes of a decoded frame; a fraction where frames of one bit do not end with a byte. */
  get frameLength() {
    return (this.rows * this.columns * this.samplesPerPixel * this.bitsAllocated) / 8;
  }

  /** A frame, counted from 1, as it lies in the file; undefined where that cannot be told. */
  frame(number) {
    if (this.isNative) {
      if (!this.isLittleEndian || !Number.isInteger(this.frameLength)) {
        return undefined;
      }
      const start = this.pixelData.dataOffset + (number - 1) * this.frameLength;
      return this.bytes.subarray(start, start + this.frameLength);
    }
    const { fragments, basicOffsetTable } = this.pixelData;
    if (fragments.length === this.frames) {
      return dicomParser.readEncapsulatedPixelDataFromFragments(this.dataset, this.pixelData, number - 1, 1);
    }
    if (this.frames === 1) {
      return dicomParser.readEncapsulatedPixelDataFromFragments(this.dataset, this.pixelData, 0, fragments.length);
    }
    return basicOffsetTable.length === this.frames
      ? dicomParser.readEncapsulatedImageFrame(this.dataset, this.pixelData, number - 1)
      : undefined;
  }

  /** The data set without the file meta information, which an archive writes anew. */
  get body() {
    return bodyOf(this.bytes);
  }
}

/** What follows the file meta information (PS3.10 7.1) of a file. */
export function bodyOf(bytes) {
  const length = Buffer.from(bytes.buffer, bytes.byteOffset).readUInt32LE(140);
  return bytes.subarray(144 + length);
}

/** The transfer syntax of a file. */
export function transferSyntaxOf(bytes) {
  return dicomParser.parseDicom(bytes, { untilTag: 'x00020010' }).string('x00020010');
}

/** All files of a folder and the folders in it that dicom-parser can read; names of the others in `unreadable`. */
export async function samplesOf(folder) {
  const samples = [];
  const unreadable = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter(entry => entry.isFile()).map(entry => join(entry.path, entry.name));
  for (const name of names.sort()) {
    try {
      const bytes = new Uint8Array(await readFile(name));
      const sample = new Sample(name, bytes, dicomParser.parseDicom(bytes));
      if (!sample.ids.studyInstanceUID || !sample.ids.seriesInstanceUID || !sample.ids.sopInstanceUID) {
        throw new Error('no identifiers');
      }
      samples.push(sample);
    } catch {
      unreadable.push(name);
    }
  }
  return { samples, unreadable };
}

/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class Part10FilesTest {

    @ParameterizedTest
    @EnumSource(SyntheticKind.class)
    void stream_readBack_isTheInstance(SyntheticKind kind) throws IOException {
        Attributes instance = SyntheticStudy.of(kind, 10)
                .withSlices(2)
                .withSize(kind.rows() == 0 ? 0 : 8, 8)
                .instance(0, 0);
        for (String uid : new String[] {UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian}) {
            try (InputStream in = Part10Files.stream(instance, uid)) {
                Part10Header header = Part10Header.read(in);

                assertThat(header.transferSyntax().uid()).isEqualTo(uid);
                Attributes back = DatasetReader.read(header.dataset(), header.transferSyntax());
                assertThat(back.getBytes(Tag.PixelData)).isEqualTo(instance.getBytes(Tag.PixelData));
                if (uid.equals(UID.ImplicitVRLittleEndian) && back.contains(Tag.PixelData)) {
                    // PS3.5 A.1: the VR of pixel data is OW there
                    back.setValue(Tag.PixelData, instance.getVR(Tag.PixelData), back.getValue(Tag.PixelData));
                }
                assertThat(back).isEqualTo(instance);
            }
        }
    }

    @Test
    void write_aStudy_isReadByDcmdump(@TempDir Path directory) {
        assumeThat(DcmtkTools.areInstalled("dcmdump"))
                .as(DcmtkTools.missing("dcmdump"))
                .isTrue();
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, 3).withSlices(2).withSize(8, 8);

        Part10Files.write(study, UID.ExplicitVRLittleEndian, directory);
        DcmtkTools.Result result =
                DcmtkTools.run("dcmdump", "-Un", directory.resolve("000002.dcm").toString());

        assertThat(result.exitCode()).as(result.errors()).isZero();
        assertThat(result.text()).contains(study.sopInstanceUid(0, 1));
    }
}

/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpecificCharacterSetTest {

    /** The examples of PS3.5 annexes H to K; \e is ESC, \xHH a byte, ~ stands for the backslash between codes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // H.3.1
                "~ISO 2022 IR 87 | Yamada^Tarou=\\e$B;3ED\\e(B^\\e$BB@O:\\e(B=\\e$B$d$^$@\\e(B^\\e$B$?$m$&\\e(B"
                        + "| Yamada^Tarou=山田^太郎=やまだ^たろう",
                // H.3.2
                "ISO 2022 IR 13~ISO 2022 IR 87 | \\xd4\\xcf\\xc0\\xde^\\xc0\\xdb\\xb3=\\e$B;3ED\\e(J^\\e$BB@O:\\e(J"
                        + "=\\e$B$d$^$@\\e(J^\\e$B$?$m$&\\e(J | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
                // I.2
                "~ISO 2022 IR 149 | Hong^Gildong=\\e$)C\\xfb\\xf3^\\e$)C\\xd1\\xce\\xd4\\xd7=\\e$)C\\xc8\\xab^"
                        + "\\e$)C\\xb1\\xe6\\xb5\\xbf | Hong^Gildong=洪^吉洞=홍^길동",
                // J.1
                "ISO_IR 192 | Wang^XiaoDong=\\xe7\\x8e\\x8b^\\xe5\\xb0\\x8f\\xe6\\x9d\\xb1= | Wang^XiaoDong=王^小東=",
                // J.3
                "GB18030 | Wang^XiaoDong=\\xcd\\xf5^\\xd0\\xa1\\xb6\\xab= | Wang^XiaoDong=王^小东=",
                // J.4
                "GBK | Wang^XiaoDong=\\xcd\\xf5^\\xd0\\xa1\\xb6\\xab= | Wang^XiaoDong=王^小东=",
                // K.2
                "~ISO 2022 IR 58 | Zhang^XiaoDong=\\e$)A\\xd5\\xc5^\\e$)A\\xd0\\xa1\\xb6\\xab= | Zhang^XiaoDong=张^小东=",
                "ISO_IR 100 | Buc^J\\xe9r\\xf4me | Buc^Jérôme",
                "ISO_IR 101 | W\\xb3adys\\xb3aw | Władysław",
                "ISO_IR 109 | \\xc6ar | Ĉar",
                "ISO_IR 110 | J\\xe3nis | Jãnis",
                "ISO_IR 144 | \\xbb\\xee\\xda^\\xbb\\xee\\xe6\\xd5 | Люк^Люце",
                "ISO_IR 127 | \\xe2\\xc8\\xc7\\xe6\\xea | قباني",
                "ISO_IR 126 | \\xc4\\xe9\\xef\\xed\\xf5\\xf3\\xe9\\xef\\xf2 | Διονυσιος",
                "ISO_IR 138 | \\xf9\\xf8\\xe5\\xef | שרון",
                "ISO_IR 148 | \\xdd\\xfeik | İşik",
                "ISO_IR 203 | \\xa4\\xbc | €Œ",
                "ISO_IR 13 | \\xd4\\xcf\\xc0\\xde | ﾔﾏﾀﾞ",
                "ISO_IR 166 | \\xb9\\xd2\\xc2 | นาย",
                "ISO 2022 IR 6~ISO 2022 IR 144~ISO 2022 IR 126 | \\e-L\\xbb=\\e-F\\xc4 | Л=Δ",
                "ISO 2022 IR 100~ISO 2022 IR 144 | \\xe9\\e-L\\xbb^\\xe9 | éЛ^é",
                "~ISO 2022 IR 159 | \\e$(D\"/\\e(B | ˘",
            })
    void decodeAndEncode_standardExamples(String codes, String escaped, String text) {
        SpecificCharacterSet set = SpecificCharacterSet.of(codes.split("~", -1));
        byte[] bytes = unescape(escaped);

        assertThat(set.isKnown()).isTrue();
        assertThat(set.decode(bytes, VR.PN)).isEqualTo(text);
        assertThat(set.encode(text, VR.PN)).isEqualTo(bytes);
        assertThat(set.canEncode(text)).isTrue();
    }

    @Test
    void decode_koreanTextOfSeveralLines() {
        // PS3.5 I.3: the escape sequence stands at the beginning of each line
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 149");
        byte[] bytes = unescape("\\e$)CThe name \\xb1\\xe8\\xc8\\xf1\\xc1\\xdf.\r\n\\e$)C\\xb1\\xe6\\xb5\\xbf");

        assertThat(set.decode(bytes, VR.LT)).isEqualTo("The name 김희중.\r\n길동");
        assertThat(set.encode("김희중\r\n길동", VR.LT))
                .isEqualTo(unescape("\\e$)C\\xb1\\xe8\\xc8\\xf1\\xc1\\xdf\r\n\\e$)C\\xb1\\xe6\\xb5\\xbf"));
    }

    @Test
    void decode_g1LostAtDelimiter_isAssumedAgain() {
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 149");

        assertThat(set.decode(unescape("\\e$)C\\xc8\\xab^\\xb1\\xe6"), VR.PN)).isEqualTo("홍^길");
        assertThat(SpecificCharacterSet.of("ISO 2022 IR 149").decode(unescape("\\xc8\\xab"), VR.PN))
                .isEqualTo("홍");
    }

    @Test
    void decode_initialG1ReturnsAfterDelimiterOfTheVr() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144");
        byte[] caret = unescape("\\e-L\\xbb^\\xbb");
        byte[] backslash = unescape("\\e-L\\xbb\\\\\\xbb");
        byte[] newLine = unescape("\\e-L\\xbb\n\\xbb");

        assertThat(set.decode(caret, VR.PN)).isEqualTo("Л^»");
        assertThat(set.decode(caret, VR.LO)).isEqualTo("Л^Л");
        assertThat(set.decode(backslash, VR.LO)).isEqualTo("Л\\»");
        assertThat(set.decode(backslash, VR.LT)).isEqualTo("Л\\Л");
        assertThat(set.decode(newLine, VR.LT)).isEqualTo("Л\n»");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030"})
    void decode_backslashAsTrailByte_isNoDelimiter(String code) {
        byte[] bytes = {(byte) 0x81, 0x5C, '\\', 'A'};

        assertThat(SpecificCharacterSet.of(code).decode(bytes, VR.LO)).isEqualTo("乗\\A");
        assertThat(SpecificCharacterSet.of(code).encode("乗\\A", VR.LO)).isEqualTo(bytes);
    }

    @Test
    void decode_shiftJisUnderKatakana_isUnderstood() {
        byte[] bytes = {(byte) 0x95, 0x5C, (byte) 0x8E, (byte) 0xA6};

        assertThat(SpecificCharacterSet.of("ISO_IR 13").decode(bytes, VR.LO)).isEqualTo("表示");
    }

    @Test
    void decode_jisPairsThatLookLikeDelimiters_areData() {
        // 5C 5C, 3D 3D and 5E 5E are kanji of JIS X 0208
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 87");
        byte[] bytes = unescape("\\e$B\\x5c\\x5c==^^\\e(B");

        String text = set.decode(bytes, VR.PN);

        assertThat(text).hasSize(3).doesNotContain("\\").doesNotContain("=").doesNotContain("^");
        assertThat(set.encode(text, VR.PN)).isEqualTo(bytes);
    }

    @Test
    void decode_yenSign_isDelimiterOnlyWhereTheVrHasSeveralValues() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO_IR 13");
        byte[] bytes = {'1', 0x5C, '2', 0x7E};

        assertThat(set.decode(bytes, VR.LO)).isEqualTo("1\\2‾");
        assertThat(set.decode(bytes, VR.LT)).isEqualTo("1¥2‾");
        assertThat(set.encode("1¥2‾", VR.LT)).isEqualTo(bytes);
    }

    @Test
    void decode_defaultRepertoireWithHighBytes_readsUtf8OrLatin1() {
        assertThat(SpecificCharacterSet.ASCII.decode("Jérôme".getBytes(StandardCharsets.UTF_8), VR.PN))
                .isEqualTo("Jérôme");
        assertThat(SpecificCharacterSet.ASCII.decode("Jérôme".getBytes(StandardCharsets.ISO_8859_1), VR.PN))
                .isEqualTo("Jérôme");
        assertThat(SpecificCharacterSet.ASCII.decode(unescape("\\e$B;3ED\\e(B"), VR.PN))
                .isEqualTo("山田");
    }

    @Test
    void decode_vrOutsideOfTheCharacterSet_keepsBytes() {
        assertThat(SpecificCharacterSet.UTF8.decode(new byte[] {(byte) 0xC3, (byte) 0xA9}, VR.CS))
                .isEqualTo("\u00C3\u00A9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ISO-IR 144", "ISO IR 144", "iso_ir 144 ", "ISO_IR_144", "ISO 2022 IR 144", "ISO_2022_IR_144"})
    void of_unusualSpelling_isUnderstood(String code) {
        SpecificCharacterSet set = SpecificCharacterSet.of(code);

        assertThat(set.isKnown()).isTrue();
        assertThat(set.decode(new byte[] {(byte) 0xBB}, VR.LO)).isEqualTo("Л");
    }

    @Test
    void of_unknownTerm_isLenient() {
        SpecificCharacterSet set = SpecificCharacterSet.of("KLINGON");

        assertThat(set.isKnown()).isFalse();
        assertThat(set.codes()).containsExactly("KLINGON");
        assertThat(set.decode("Jérôme".getBytes(StandardCharsets.ISO_8859_1), VR.PN))
                .isEqualTo("Jérôme");
    }

    @Test
    void encode_characterThatIsAbsent_becomesQuestionMark() {
        assertThat(SpecificCharacterSet.of("ISO_IR 100").encode("a山b", VR.LO))
                .isEqualTo("a?b".getBytes(StandardCharsets.US_ASCII));
        assertThat(SpecificCharacterSet.of("ISO_IR 100").canEncode("a山b")).isFalse();
        assertThat(SpecificCharacterSet.ASCII.canEncode("é")).isFalse();
        assertThat(SpecificCharacterSet.UTF8.canEncode("山")).isTrue();
    }

    @Test
    void roundTrip_anyTextOfTheRepertoire() {
        String[][] declared = {
            {"ISO_IR 100"},
            {"ISO_IR 13"},
            {"ISO_IR 192"},
            {"GB18030"},
            {"GBK"},
            {"", "ISO 2022 IR 87"},
            {"ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159"},
            {"", "ISO 2022 IR 149"},
            {"", "ISO 2022 IR 58"},
            {"ISO 2022 IR 100", "ISO 2022 IR 101", "ISO 2022 IR 144", "ISO 2022 IR 126", "ISO 2022 IR 87"}
        };
        String alphabet = "AZaz09 ^=\\.éàÿłąЛяΔωﾔﾏ山田表示홍길洪张东\n";
        Random random = new Random(4711);
        for (String[] codes : declared) {
            SpecificCharacterSet set = SpecificCharacterSet.of(codes);
            int kept = 0;
            for (int i = 0; i < 500; i++) {
                String text = randomText(random, alphabet, set);
                kept += text.length();
                for (VR vr : new VR[] {VR.PN, VR.LO, VR.LT}) {
                    String expected = vr == VR.LT && codes[0].equals("ISO_IR 13") ? text.replace('\\', '¥') : text;
                    assertThat(set.decode(set.encode(text, vr), vr))
                            .as("%s %s", set, vr)
                            .isEqualTo(expected);
                }
            }
            assertThat(kept).isGreaterThan(1000);
        }
    }

    private static String randomText(Random random, String alphabet, SpecificCharacterSet set) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            String character = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
            if (set.canEncode(character) || character.equals("\\")) {
                text.append(character);
            }
        }
        return text.toString();
    }

    @Test
    void decode_anyBytes_neverFails() {
        String[][] declared = {
            {},
            {"ISO_IR 13"},
            {"ISO_IR 192"},
            {"GB18030"},
            {"", "ISO 2022 IR 87"},
            {"", "ISO 2022 IR 149"},
            {"ISO_IR 166"}
        };
        Random random = new Random(42);
        byte[] favourites = {0x1B, '$', ')', 'C', 'B', '(', 'A', '\\', '^', (byte) 0xB1, (byte) 0xE6};
        for (String[] codes : declared) {
            SpecificCharacterSet set = SpecificCharacterSet.of(codes);
            for (int i = 0; i < 2000; i++) {
                byte[] bytes = new byte[random.nextInt(16)];
                random.nextBytes(bytes);
                for (int j = 0; j < bytes.length; j += 2) {
                    bytes[j] = favourites[random.nextInt(favourites.length)];
                }
                assertThat(set.decode(bytes, VR.PN)).isNotNull();
            }
        }
    }

    private static byte[] unescape(String escaped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                char kind = escaped.charAt(++i);
                if (kind == 'e') {
                    out.write(0x1B);
                } else if (kind == 'x') {
                    out.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                    i += 2;
                } else {
                    out.write(kind);
                }
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }
}

/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;

/** Native libraries, from the class path or the operating system, by JNA. Thread-safe. */
public final class NativeCode {

    /** RTLD_NOW without RTLD_GLOBAL: what one library has inside must not stand in for another's. */
    private static final int OPEN_NOW_AND_LOCAL = 2;

    private NativeCode() {}

    /** The platform as native artifacts name it, such as linux-x86_64; empty if no codec is known for it. */
    public static Optional<String> platform() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux
                ? Optional.empty()
                : switch (System.getProperty("os.arch", "")) {
                    case "amd64", "x86_64" -> Optional.of("linux-x86_64");
                    case "aarch64", "arm64" -> Optional.of("linux-arm64");
                    default -> Optional.empty();
                };
    }

    /**
     * Loads a library that lies on the class path.
     *
     * @throws CodestreamException if it is not there or cannot be loaded
     */
    public static <T extends Library> T fromClassPath(String resource, UnaryOperator<String> names, Class<T> functions)
            throws CodestreamException {
        try (InputStream content = NativeCode.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new CodestreamException("no " + resource + " on the class path");
            }
            Path file = Files.createTempFile("isocenter-codec-", ".so");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return load(file.toString(), names, functions);
            } finally {
                Files.delete(file);
            }
        } catch (CodestreamException e) {
            throw e;
        } catch (IOException e) {
            throw new CodestreamException("the native library of a codec cannot be unpacked", e);
        }
    }

    /**
     * Loads a library.
     *
     * @param name of the library as the operating system finds it, or its path
     * @param names from a method's name to that of its function
     * @param functions those that are used
     * @throws CodestreamException if it cannot be loaded
     */
    public static <T extends Library> T load(String name, UnaryOperator<String> names, Class<T> functions)
            throws CodestreamException {
        FunctionMapper mapper = (library, method) -> names.apply(method.getName());
        try {
            return Native.load(
                    name,
                    functions,
                    Map.of(Library.OPTION_FUNCTION_MAPPER, mapper, Library.OPTION_OPEN_FLAGS, OPEN_NOW_AND_LOCAL));
        } catch (LinkageError e) {
            throw new CodestreamException("the native library of a codec cannot be loaded here", e);
        }
    }
}

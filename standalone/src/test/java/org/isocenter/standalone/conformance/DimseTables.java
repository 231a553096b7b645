/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.Implementation;
import org.isocenter.dicom.net.VerificationService;
import org.isocenter.ingest.store.StorageService;
import org.isocenter.query.find.FindService;
import org.isocenter.retrieve.dimse.GetService;
import org.isocenter.retrieve.dimse.MoveService;
import org.isocenter.service.config.DicomConfig;

import io.smallrye.config.WithDefault;

/** What is negotiated on the DICOM port. */
final class DimseTables {

    private static final List<String> OPTIONS = List.of(
            "relational queries",
            "combined date-time matching",
            "fuzzy semantic matching of person names",
            "timezone query adjustment",
            "enhanced multi-frame image conversion",
            "empty value matching",
            "multiple value matching");

    private DimseTables() {}

    static Map<String, String> all() {
        return Map.of(
                "dimse-services", services(),
                "implementation", implementation(),
                "association", association(),
                "extended-negotiation", extendedNegotiation());
    }

    /** The services without what they work on: which SOP classes they perform does not hang on it. */
    private static String services() {
        MarkdownTable table = new MarkdownTable("SOP class", "UID", "Role", "Transfer syntaxes of its messages");
        add(table, new VerificationService());
        StorageService storage = new StorageService(null, null, null);
        table.row(
                "Storage: " + storage.sopClasses().size() + " classes ([list](sop-classes.md))",
                "-",
                "SCP; SCU towards C-MOVE destinations and C-GET requestors",
                "all registered ones ([list](transfer-syntaxes.md))");
        add(table, new FindService(null));
        add(table, new MoveService(null, null, null, null, null));
        add(table, new GetService(null, null, null));
        return table.toString();
    }

    private static void add(MarkdownTable table, DimseService service) {
        Collection<String> sopClasses = service.sopClasses();
        sopClasses.stream()
                .sorted()
                .forEach(uid -> table.row(
                        Dictionary.uidName(uid),
                        MarkdownTable.code(uid),
                        "SCP",
                        String.join(
                                ", ",
                                service.transferSyntaxes(uid).stream()
                                        .map(Dictionary::uidName)
                                        .sorted()
                                        .toList())));
    }

    private static String implementation() {
        return new MarkdownTable("What", "Value")
                .row("Implementation Class UID", MarkdownTable.code(Implementation.CLASS_UID))
                .row("Implementation Version Name", MarkdownTable.code(Implementation.VERSION_NAME))
                .row("Presentation contexts of one association", Integer.toString(AssociationRequest.MAX_CONTEXTS))
                .toString();
    }

    private static String association() {
        MarkdownTable table = new MarkdownTable("Key", "Default", "What");
        Map<String, String> meanings = Map.of(
                "port", "TCP port",
                "listen", "Address that is listened on",
                "aet", "AE titles that are answered to",
                "checkCalledAet", "Whether another called AE title is rejected",
                "unknownCallers", "Who may call without being named",
                "maxAssociations", "Associations at a time, as acceptor",
                "maxPduLength", "Longest PDU received, bytes",
                "asyncOperations", "Operations performed at a time in one association, where negotiated",
                "idleTimeout", "Without any message, then the association is aborted",
                "artimTimeout", "ARTIM timer (PS3.8 9.1.5)");
        meanings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> table.row(
                        MarkdownTable.code("isocenter.dicom."
                                + each.getKey().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT)),
                        MarkdownTable.code(defaultOf(each.getKey())),
                        each.getValue()));
        return table.toString();
    }

    private static String defaultOf(String name) {
        try {
            Method method = DicomConfig.class.getMethod(name);
            return method.getAnnotation(WithDefault.class).value();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As C-FIND answers who asks for all of it. */
    private static String extendedNegotiation() {
        FindService find = new FindService(null);
        byte[] wanted = new byte[OPTIONS.size()];
        java.util.Arrays.fill(wanted, (byte) 1);
        byte[] answer = find.negotiateExtended(find.sopClasses().iterator().next(), wanted);
        MarkdownTable table = new MarkdownTable("Byte", "Option (PS3.4 C.5.1.1)", "Agreed to");
        for (int i = 0; i < answer.length; i++) {
            table.row(Integer.toString(i + 1), OPTIONS.get(i), MarkdownTable.yes(answer[i] == 1));
        }
        return table.toString();
    }
}

/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

import org.isocenter.archive.commitment.CommitmentFailure;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.retrieve.dimse.SubOperations;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The statuses and reasons with which requests are answered. */
final class StatusTables {

    private StatusTables() {}

    static Map<String, String> all() {
        return Map.of(
                "errors", errors(),
                "find-statuses", statuses(used("org.isocenter.query.find")),
                "retrieve-statuses", statuses(retrieve()),
                "association-statuses", statuses(used("org.isocenter.dicom.net")),
                "rejection-codes", rejectionCodes(),
                "commitment-failures", commitmentFailures());
    }

    private static String errors() {
        MarkdownTable table =
                new MarkdownTable("What is wrong", "DIMSE status", "Failure Reason of STOW-RS", "HTTP status");
        for (ErrorCode each : ErrorCode.values()) {
            table.row(
                    MarkdownTable.code(each.name()),
                    hex(each.dimseStatus()),
                    hex(each.stowFailureReason()),
                    Integer.toString(each.httpStatus()));
        }
        return table.toString();
    }

    /** What the last response of a retrieve says, by letting sub-operations end in each way. */
    private static Map<Integer, String> retrieve() {
        Map<Integer, String> statuses = used("org.isocenter.retrieve.dimse");
        statuses.put(SubOperations.PENDING, "PENDING");
        SubOperations none = new SubOperations(0);
        statuses.put(none.finalStatus(), "SUCCESS");
        SubOperations all = new SubOperations(1);
        all.failed("1.2");
        statuses.put(all.finalStatus(), "UNABLE_TO_PERFORM_SUBOPERATIONS");
        SubOperations some = new SubOperations(2);
        some.answered("1.2", 0);
        some.failed("1.3");
        statuses.put(some.finalStatus(), "SUBOPERATIONS_COMPLETE_WITH_FAILURES");
        SubOperations canceled = new SubOperations(1);
        canceled.cancel();
        statuses.put(canceled.finalStatus(), "CANCEL");
        return statuses;
    }

    /** The statuses that classes of a package name. */
    private static Map<Integer, String> used(String packageName) {
        Map<Integer, String> statuses = new TreeMap<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packageName)) {
            if (!each.getName().equals(DimseStatus.class.getName())) {
                each.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().equals(DimseStatus.class.getName()))
                        .map(JavaFieldAccess::getName)
                        .forEach(name -> statuses.put(code(name), name));
            }
        }
        return statuses;
    }

    private static int code(String name) {
        try {
            Field field = DimseStatus.class.getField(name);
            return ((DimseStatus) field.get(null)).code();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String statuses(Map<Integer, String> statuses) {
        MarkdownTable table = new MarkdownTable("Status", "Class", "Meaning");
        statuses.forEach((code, name) -> table.row(
                hex(code),
                classOf(new DimseStatus(code)),
                name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        return table.toString();
    }

    private static String classOf(DimseStatus status) {
        if (status.isSuccess()) {
            return "success";
        }
        if (status.isPending()) {
            return "pending";
        }
        if (status.isCancel()) {
            return "cancel";
        }
        return status.isWarning() ? "warning" : "failure";
    }

    private static String rejectionCodes() {
        MarkdownTable table = new MarkdownTable("Code (DCM)", "Meaning", "The same content stored again");
        for (RejectionReason each : RejectionReason.values()) {
            table.row(
                    MarkdownTable.code(each.codeValue()),
                    each.codeMeaning(),
                    each.endsWhenStoredAgain() ? "is shown" : "stays hidden");
        }
        return table.toString();
    }

    private static String commitmentFailures() {
        MarkdownTable table = new MarkdownTable("Failure Reason (0008,1197)", "Meaning");
        for (CommitmentFailure each : CommitmentFailure.values()) {
            table.row(
                    hex(each.reason()),
                    each.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        return table.toString();
    }

    static String hex(int status) {
        return String.format("`%04X`", status);
    }
}

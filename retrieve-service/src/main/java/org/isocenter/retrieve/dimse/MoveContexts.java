/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.transcode.InstanceSource;

/** What is proposed to the destination of a C-MOVE. */
final class MoveContexts {

    private static final List<String> FALLBACK = List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

    private MoveContexts() {}

    /** An association to be requested, and what goes over it. */
    record Plan(List<Proposal> proposals, List<InstanceObject> instances) {

        AssociationRequest request(String callingAet, String calledAet, int outstanding) {
            AssociationRequest.Builder request = AssociationRequest.builder(callingAet, calledAet);
            proposals.forEach(each -> request.context(each.sopClassUid(), each.transferSyntaxUids()));
            return request.asyncOperations(outstanding, 1).build();
        }
    }

    /** One context. */
    record Proposal(String sopClassUid, List<String> transferSyntaxUids) {}

    /**
     * Proposes each SOP class with each syntax that its instances are stored in, and with the uncompressed ones that they can
     * be re-encoded to. More than 128 contexts need several associations.
     */
    static List<Plan> of(List<InstanceObject> instances) {
        Map<String, List<InstanceObject>> bySopClass = new LinkedHashMap<>();
        instances.forEach(each -> bySopClass
                .computeIfAbsent(each.sopClassUid(), uid -> new ArrayList<>())
                .add(each));
        List<Plan> plans = new ArrayList<>();
        Plan current = new Plan(new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, List<InstanceObject>> each : bySopClass.entrySet()) {
            List<Proposal> proposals = proposals(each.getKey(), each.getValue());
            if (current.proposals().size() + proposals.size() > AssociationRequest.MAX_CONTEXTS) {
                plans.add(current);
                current = new Plan(new ArrayList<>(), new ArrayList<>());
            }
            current.proposals().addAll(proposals);
            current.instances().addAll(each.getValue());
        }
        plans.add(current);
        return plans;
    }

    private static List<Proposal> proposals(String sopClassUid, List<InstanceObject> instances) {
        Set<List<String>> syntaxes = new LinkedHashSet<>();
        boolean canBeNative = false;
        for (InstanceObject each : instances) {
            syntaxes.add(List.of(each.transferSyntax().uid()));
            canBeNative |= InstanceSource.canGive(each.transferSyntax(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        }
        if (canBeNative) {
            syntaxes.add(FALLBACK);
        }
        return syntaxes.stream()
                .map(uids -> new Proposal(sopClassUid, uids))
                .limit(AssociationRequest.MAX_CONTEXTS)
                .toList();
    }
}

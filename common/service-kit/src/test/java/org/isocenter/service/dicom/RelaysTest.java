/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.VerificationService;
import org.isocenter.dicom.net.relay.RelaySeal;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.isocenter.service.config.RelayConfig;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelaysTest {

    private static final List<DimseService> NONE = List.of(new VerificationService());

    private static Relays relays(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("isocenter.dimse.relay." + keysAndValues[i], keysAndValues[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(RelayConfig.class)
                .withDefaultValues(values)
                .build();
        RelaySeal seal = RelaySeal.of("", Clock.systemUTC());
        return new Relays(config.getConfigMapping(RelayConfig.class), new RelaySettings(seal, RelaySettings.QUICK));
    }

    @Test
    void beside_withoutReplicas_relaysNothing() {
        assertThat(relays().beside(NONE, true)).isEmpty();
    }

    @Test
    void beside_relaysWhatHasReplicasAndIsNotPerformedHere() {
        Relays relays = relays("ingest", "a:104,b:104", "query", "c:104", "retrieve", "127.0.0.1:11112");
        assertThat(relays.beside(NONE, true))
                .extracting(Object::toString)
                .containsExactly("relay to ingest", "relay to query", "relay to retrieve");
        assertThat(relays.beside(List.of(new Find()), true))
                .extracting(Object::toString)
                .containsExactly("relay to ingest", "relay to retrieve");
    }

    @Test
    void beside_withAnAddressThatIsNone_namesTheKey() {
        for (String wrong : List.of("host", "host:", ":104", "host:99999", "host:x")) {
            assertThatThrownBy(() -> relays("query", wrong).beside(NONE, true))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("isocenter.dimse.relay.query");
        }
    }

    private static final class Find implements DimseService {
        @Override
        public Collection<String> sopClasses() {
            return List.of(UID.StudyRootQueryRetrieveInformationModelFind);
        }

        @Override
        public void onRequest(Association association, DimseRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}

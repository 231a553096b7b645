/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The site that a process belongs to. */
@ConfigMapping(prefix = "isocenter")
public interface SiteConfig {

    /** Name of the site, kept with each instance it takes in; names the issuer of Patient IDs that come without one. */
    @WithDefault("main")
    String site();
}

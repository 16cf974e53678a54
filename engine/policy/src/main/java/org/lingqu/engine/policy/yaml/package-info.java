/** YAML as text with places: every word keeps its line and column. Start reading at {@link org.lingqu.engine.policy.yaml.YamlReader}. */
@NullMarked
package org.lingqu.engine.policy.yaml;

import org.jspecify.annotations.NullMarked;

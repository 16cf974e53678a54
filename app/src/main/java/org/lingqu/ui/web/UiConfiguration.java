package org.lingqu.ui.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Files that pages ask for: ours under {@code /assets}, those of libraries under {@code /assets/lib}. */
@Configuration(proxyBeanMethods = false)
final class UiConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/lib/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/",
                        "classpath:/META-INF/resources/webjars/echarts/5.3.1/dist/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    }
}

package org.lingqu.ui.web;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.lingqu.account.Role;
import org.lingqu.ui.NavEntry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages of refused addresses, and files that pages ask for: ours under {@code /assets}, those of libraries under {@code /assets/lib}. */
@Configuration(proxyBeanMethods = false)
final class UiConfiguration implements WebMvcConfigurer {

    /** What the server refuses before the application sees it is said in the words of the application too. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableAddresses() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(UnreadableAddress.class.getName()));
    }

    @Bean
    static NavEntry deskNav() {
        return new NavEntry(
                5, "desk.nav", "/", List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR));
    }

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

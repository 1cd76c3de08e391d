import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0008_roles_of_section_two'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Limit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LimitQuery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('query', models.PositiveIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('whom', models.CharField(max_length=200)),
                ('asked_on', models.DateField()),
                ('question', models.CharField(max_length=2000)),
                ('answered_on', models.DateField(null=True)),
                ('answer', models.CharField(blank=True, max_length=2000)),
                ('effect', models.CharField(blank=True, choices=[('stands', 'stands'), ('eased', 'eased'), ('gone', 'gone')], max_length=24)),
                ('effect_from', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='queries', to='limits.limit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'query', 'number'), name='limit_query_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True), ('effect', ''), ('effect_from__isnull', True)), models.Q(('answered_on__gte', models.F('asked_on')), ('effect', 'stands'), ('effect_from__isnull', True), models.Q(('answer', ''), _negated=True)), models.Q(('effect__in', ['eased', 'gone']), ('effect_from__isnull', False), ('answered_on__gte', models.F('asked_on')), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='limit_answer_is_whole')],
            },
        ),
        migrations.CreateModel(
            name='LimitVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('national_charging', 'national_charging'), ('board_policy', 'board_policy'), ('board_capacity', 'board_capacity'), ('other', 'other')], max_length=24)),
                ('hands', models.CharField(choices=[('nation', 'nation'), ('body', 'body'), ('other', 'other')], max_length=24)),
                ('holder', models.CharField(blank=True, max_length=200)),
                ('blocks', models.CharField(max_length=2000)),
                ('ways', models.JSONField()),
                ('known', models.CharField(choices=[('written', 'written'), ('told', 'told')], max_length=24)),
                ('written_in', models.CharField(max_length=200)),
                ('written_on', models.DateField()),
                ('link', models.CharField(blank=True, max_length=500)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('why', models.CharField(blank=True, max_length=2000)),
                ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='limits.limit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'number'), name='limit_version_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['national_charging', 'board_policy', 'board_capacity', 'other'])), name='limit_kind'), models.CheckConstraint(condition=models.Q(('hands__in', ['nation', 'body', 'other'])), name='limit_hands'), models.CheckConstraint(condition=models.Q(('known__in', ['written', 'told'])), name='limit_known'), models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='limit_days'), models.CheckConstraint(condition=models.Q(models.Q(('body__isnull', False), ('hands', 'body'), ('holder', '')), models.Q(('body__isnull', True), ('hands', 'other'), models.Q(('holder', ''), _negated=True)), models.Q(('body__isnull', True), ('hands', 'nation'), ('holder', '')), _connector='OR'), name='limit_in_one_hand'), models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('why', '')), models.Q(('number__gt', 1), models.Q(('why', ''), _negated=True)), _connector='OR'), name='limit_put_right_says_why')],
            },
        ),
    ]

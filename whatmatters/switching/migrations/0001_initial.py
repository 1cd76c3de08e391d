import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0008_roles_of_section_two'),
        ('commissioning', '0004_principles'),
        ('people', '0007_person_corrections'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Switch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('day', models.DateField()),
                ('notice_days', models.PositiveSmallIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('new', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('old', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('patch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.patch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Transition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('switch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='switching.switch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('switch', 'person'), name='transition_once')],
            },
        ),
        migrations.CreateModel(
            name='TransitionMoved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('transition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='moved', to='switching.transition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TransitionVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('moves_on', models.DateField()),
                ('told_on', models.DateField(null=True)),
                ('charge', models.CharField(choices=[('not_known', 'not_known'), ('nothing', 'nothing'), ('stays', 'stays'), ('changes', 'changes')], max_length=24)),
                ('contact', models.TextField(blank=True)),
                ('changes', models.TextField(blank=True)),
                ('review_on', models.DateField(null=True)),
                ('weekly_hours', models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ('rate', models.DecimalField(decimal_places=4, max_digits=8, null=True)),
                ('staying', models.BooleanField()),
                ('why', models.TextField(blank=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='switching.transition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('transition', 'number'), name='transition_version_once'), models.CheckConstraint(condition=models.Q(('charge__in', ['not_known', 'nothing', 'stays', 'changes'])), name='transition_charge'), models.CheckConstraint(condition=models.Q(models.Q(('rate__isnull', True), ('weekly_hours__isnull', True)), models.Q(('rate__gte', 0), ('weekly_hours__gte', 0)), _connector='OR'), name='transition_hours_whole'), models.CheckConstraint(condition=models.Q(models.Q(('staying', False), ('why', '')), models.Q(('staying', True), models.Q(('why', ''), _negated=True)), _connector='OR'), name='transition_staying_says_why')],
            },
        ),
        migrations.CreateModel(
            name='TransitionWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('word', models.CharField(choices=[('wants', 'wants'), ('does_not', 'does_not')], max_length=24)),
                ('words', models.TextField(blank=True)),
                ('heard', models.BooleanField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='switching.transition')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('word__in', ['wants', 'does_not'])), name='transition_word')],
            },
        ),
    ]
